"""What models cost: dated list prices, and what a number of tokens comes to."""

from unbland.core.pricing.prices import AS_OF, BATCH_SHARE, Price, price_of

__all__ = ["AS_OF", "BATCH_SHARE", "Price", "price_of"]
