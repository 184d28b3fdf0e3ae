"""The editor: the engine without a model, which cuts, sorts and mends but never invents."""

from unbland.core.editor.edit import edit, mended

__all__ = ["edit", "mended"]
