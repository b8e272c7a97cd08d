"""What is left of one order (CURRICULUM.md, section 6.2). The twin is `static/app/engine/margin.ts`;
both pass tests/vectors/margin.json.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Money in yuan, shares 0 to 1. `sold_again`: share of returned goods that can be sold again;
    `return_freight`: what the seller pays for one return. `fee_kept`: the platform keeps its fee
    on refunded orders too.
    """

    price: float
    goods: float
    packing: float
    freight: float
    fee: float
    ads: float = 0
    broken: float = 0
    returned: float = 0
    sold_again: float = 0
    return_freight: float = 0
    fee_kept: bool = False


def left_per_order(order: Order) -> float:
    """Yuan, averaged over many orders; below 0 is a loss."""
    kept = order.price * (1 - order.fee) * (1 - order.broken - order.returned)
    spent = order.goods + order.packing + order.freight + order.ads
    back = order.returned * (order.sold_again * order.goods - order.return_freight)
    fee_lost = order.price * order.fee * (order.broken + order.returned) if order.fee_kept else 0
    return kept - spent + back - fee_lost


def broken_at_zero(order: Order) -> float:
    """The broken share at which nothing is left, whatever `order.broken` is; may lie outside 0 to 1."""
    lost_if_broken = order.price * (1 if order.fee_kept else 1 - order.fee)
    return order.broken + left_per_order(order) / lost_if_broken
