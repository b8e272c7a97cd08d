// What is left of one order (CURRICULUM.md, section 6.2), twin of courses/engine/margin.py
// (cases: tests/vectors/margin.json). Money in yuan, shares 0 to 1.

export interface Order {
  price: number;
  goods: number;
  packing: number;
  freight: number;
  fee: number;
  ads?: number;
  broken?: number;
  returned?: number;
  sold_again?: number;
  return_freight?: number;
  /** The platform keeps its fee on refunded orders too. */
  fee_kept?: boolean;
}

/** Yuan, averaged over many orders; below 0 is a loss. */
export function leftPerOrder(order: Order): number {
  const { price, goods, packing, freight, fee, ads = 0, broken = 0, returned = 0 } = order;
  const back = returned * ((order.sold_again || 0) * goods - (order.return_freight || 0));
  const feeLost = order.fee_kept ? price * fee * (broken + returned) : 0;
  return price * (1 - fee) * (1 - broken - returned) - goods - packing - freight - ads + back - feeLost;
}

/** The broken share at which nothing is left, whatever `order.broken` is. */
export const brokenAtZero = (order: Order): number =>
  (order.broken || 0) + leftPerOrder(order) / (order.price * (order.fee_kept ? 1 : 1 - order.fee));
