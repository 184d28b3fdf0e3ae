"""The editor: the engine without a model, which cuts, sorts and mends but never invents."""

from unbland.core.editor.edit import edit

__all__ = ["edit"]
