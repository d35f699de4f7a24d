//! Percentages and ranks, in decimals.
//!
//! Owns dividing and ranking. Must not know what is compared, nor how it is printed.

use rust_decimal::Decimal;

/// A part in hundredths of a whole, unrounded; `None` where the whole is 0 or a figure too large.
pub(super) fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    // Where multiplying first overflows, dividing first may not.
    let exact = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(whole));
    exact.or_else(|| part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED))
}

/// The rank of each, 1 for the greatest; equal ones share a rank (1, 2, 2, 4), and what has no key has no rank.
pub(super) fn shared_ranks<K: Ord>(keys: &[Option<K>]) -> Vec<Option<u32>> {
    let mut sorted: Vec<&K> = keys.iter().flatten().collect();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    let rank = |key: &K| {
        let before = sorted.partition_point(|other| *other > key);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    };
    keys.iter().map(|key| key.as_ref().map(rank)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_a_decimal() {
        let of = |part: u32, whole: u32| percent_of(part.into(), whole.into());
        assert_eq!(of(5, 16), Some(Decimal::new(3125, 2)));
        assert_eq!([of(0, 0), of(3, 0)], [None, None]);
        assert_eq!(percent_of(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(percent_of(Decimal::MAX, Decimal::MAX), Some(Decimal::ONE_HUNDRED));
    }

    #[test]
    fn equal_keys_share_a_rank_and_the_next_rank_is_skipped() {
        let ranks = shared_ranks(&[Some(3), Some(7), None, Some(7), Some(9)]);
        assert_eq!(ranks, [Some(4), Some(2), None, Some(2), Some(1)]);
    }
}
