//! What became of a task, as people write it.
//!
//! Owns the states, and which wording means which. Must not know deadlines: timeliness is always computed. The results
//! are made with it.

use crate::contract::dictionary;
use crate::vietnamese::fold;

/// What became of a task, as its cell says: the states of the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Chưa thực hiện.
    NotStarted,
    /// Đang thực hiện.
    InProgress,
    /// Chờ phê duyệt.
    AwaitingApproval,
    /// Hoàn thành.
    Done,
    /// Thường xuyên.
    Standing,
    /// Không hoàn thành.
    NotDone,
    /// Tạm dừng.
    Paused,
    /// Chuyển kỳ sau.
    Carried,
    /// Hủy.
    Cancelled,
    /// Chưa báo cáo; also a blank cell.
    NotReported,
    /// Chưa đến hạn.
    NotDue,
    /// A wording that is not understood, or a table without this column.
    Unknown,
}

impl State {
    /// Every state that has words, with its id in the dictionary and its id in the JSON.
    const NAMES: [(Self, &'static str, &'static str); 11] = [
        (Self::NotStarted, "chua_thuc_hien", "not_started"),
        (Self::InProgress, "dang_thuc_hien", "in_progress"),
        (Self::AwaitingApproval, "cho_duyet", "awaiting_approval"),
        (Self::Done, "hoan_thanh", "done"),
        (Self::Standing, "thuong_xuyen", "standing"),
        (Self::NotDone, "khong_hoan_thanh", "not_done"),
        (Self::Paused, "tam_dung", "paused"),
        (Self::Carried, "chuyen_ky", "carried"),
        (Self::Cancelled, "huy", "cancelled"),
        (Self::NotReported, "chua_bao_cao", "not_reported"),
        (Self::NotDue, "chua_den_han", "not_due"),
    ];

    /// The stable id for scripts (`completions.state` in the JSON of `check`).
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::NAMES.into_iter().find(|(state, _, _)| *state == self).map_or("unknown", |(_, _, id)| id)
    }

    /// The state that a wording names; `None` for a wording that is not in the dictionary.
    ///
    /// A wording of timeliness shows whether the task is done. Whether it is late is computed, never read.
    pub(super) fn parse(text: &str) -> Option<Self> {
        known_state(&fold::key(text))
    }

    fn of_dictionary(id: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, known, _)| *known == id).map(|(state, _, _)| state)
    }

    /// The state within a wording of timeliness ("Đang thực hiện quá hạn"): by its first words, or else in progress or
    /// done.
    fn behind_timeliness(id: &str, key: &str) -> Self {
        const DONE: [&str; 3] = ["truoc_han", "dung_han", "tre_han"];
        let begins = |beginning: &str| key.starts_with(beginning);
        if DONE.contains(&id) || begins("da hoan thanh") {
            Self::Done
        } else if begins("chua thuc hien") {
            Self::NotStarted
        } else if begins("cho xac nhan") {
            Self::AwaitingApproval
        } else {
            Self::InProgress
        }
    }
}

/// The state that a folded wording of a state or a timeliness means. A word in both lists is taken as a state.
fn known_state(key: &str) -> Option<State> {
    let dictionary = dictionary();
    let state = dictionary
        .state_of_key(key)
        .map(|id| State::of_dictionary(id).expect("every state of the dictionary is one of ours"));
    state.or_else(|| dictionary.timeliness_of_key(key).map(|id| State::behind_timeliness(id, key)))
}

/// The wording that was meant, where it is one typing error away; `None` wherever two states may be meant. A clerk who
/// followed a wrong guess would report as done what is not.
pub(super) fn certain<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed_key = fold::key(typed);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let nearest = fold::typo_of(typed, known.iter().copied())?;
    let near = fold::key(nearest);
    let words: Vec<(&str, &str)> = typed_key.split(' ').zip(near.split(' ')).collect();
    let is_typo = fold::letters_apart(&typed_key, &near) <= 1
        && typed_key.split(' ').count() == near.split(' ').count()
        && digits(&typed_key) == digits(&near)
        // In a word as short as "Đg", one letter is half of it.
        && words.iter().all(|(typed, known)| typed == known || typed.chars().count() > 2);
    let meant = State::parse(nearest);
    let is_near = |word: &&str| fold::letters_apart(&typed_key, &fold::key(word)) <= 2;
    let has_rival = known.iter().filter(|word| is_near(word)).any(|word| State::parse(word) != meant);
    (is_typo && !has_rival).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_as_people_write_them() {
        let check = |text: &str, state: &str| assert_eq!(State::parse(text).map(State::id), Some(state), "{text}");
        check("HT", "done");
        check("đã hoàn thành", "done");
        check("Hoàn thành quá hạn", "done");
        check("ĐANG TRIỂN KHAI", "in_progress");
        check("Đang thực hiện quá hạn", "in_progress");
        check("Chưa thực hiện sắp quá hạn", "not_started");
        check("Chưa hoàn thành", "not_done");
        check("Chưa hoàn thành quá hạn", "in_progress");
        check("Chưa có số liệu", "not_reported");
        check("Huỷ", "cancelled");
        assert_eq!(State::parse("hoàn hành"), None);
    }

    #[test]
    fn a_wording_is_proposed_only_where_no_other_can_be_meant() {
        let states = dictionary().states().iter();
        let known: Vec<&str> = states.flat_map(|state| state.words.iter().copied()).collect();
        let check = |typed: &str, nearest| assert_eq!(certain(typed, &known), nearest, "{typed}");
        check("Hoàn thàng", Some("Hoàn thành"));
        check("Đang thực hiệm", Some("Đang thực hiện"));
        for typed in ["Đg làm", "Hoàn thành 50%", "Chưa xong", "Chưa gửi về", "Không xong", "Hoàn thành 10%", "Tốt"]
        {
            check(typed, None);
        }
    }

    #[test]
    fn wordings_of_a_missing_report_mean_not_reported() {
        for typed in ["Chưa có BC", "chưa BC", "Chưa có báo cáo", "Chưa gửi BC", "Chưa gửi báo cáo"] {
            assert_eq!(State::parse(typed), Some(State::NotReported), "{typed}");
        }
    }

    #[test]
    fn every_state_of_the_dictionary_is_one_of_ours() {
        let known: Vec<&str> = dictionary().states().iter().map(|state| state.id).collect();
        assert_eq!(known.len(), State::NAMES.len());
        assert!(known.iter().all(|id| State::of_dictionary(id).is_some()), "{known:?}");
    }
}
