//! The description of a workbook of the contract: every sheet in its order, with its content.
//!
//! Owns how the contract's columns become columns of a description. Must not know Excel. The description goes to
//! `write`.

use super::choices::{self, LISTS};
use super::content::{FilledRow, WorkbookContent};
use super::description::{
    Allowed, ColumnDescription, DescribedRow, FileIdentity, FormDescription, ItemDescription, SheetBody,
    SheetDescription, TableDescription, WorkbookDescription,
};
use crate::contract::{Column, EntryRule, GeneralKey, SheetKind};

/// Raise it when a sheet, a heading or an item of the contract changes.
const EDITION: i32 = 1;

/// The workbook of a cycle: every sheet of the contract, filled with this content.
#[must_use]
pub fn of_contract(content: &WorkbookContent) -> WorkbookDescription {
    let identity = FileIdentity {
        title: "Sổ số liệu".to_owned(),
        subject: "Giao việc và kết quả của một kỳ".to_owned(),
        comment: "Sổ nhập liệu của chương trình vanthu: mỗi sổ một kỳ, một mảng công tác".to_owned(),
        form: "so-lieu".to_owned(),
        edition: EDITION,
    };
    WorkbookDescription { identity, sheets: SheetKind::ALL.into_iter().map(|kind| sheet(kind, content)).collect() }
}

/// A sheet of the contract with the rows of this content.
#[must_use]
pub fn sheet(kind: SheetKind, content: &WorkbookContent) -> SheetDescription {
    let body = match kind {
        SheetKind::General => SheetBody::Form(general(content)),
        SheetKind::Lists => SheetBody::Lists(LISTS.into_iter().map(choices::list).collect()),
        _ => SheetBody::Table(table(kind, content.rows(kind))),
    };
    SheetDescription { title: kind.title().to_owned(), is_hidden: kind == SheetKind::Lists, body }
}

/// A column as the contract has it.
#[must_use]
pub fn column(column: &Column) -> ColumnDescription {
    ColumnDescription {
        look: column.entry.look,
        allowed: allowed(column.entry.rule),
        help: column.entry.guidance(),
        is_required: column.is_required,
        ..ColumnDescription::new(column.heading, column.width)
    }
}

fn table(kind: SheetKind, rows: &[FilledRow]) -> TableDescription {
    let row = |row: &FilledRow| match row {
        FilledRow::Group(name) => DescribedRow::Group(name.clone()),
        FilledRow::Cells(cells) => {
            DescribedRow::Cells(kind.columns().iter().map(|column| cells.get(&column.field).cloned()).collect())
        }
    };
    TableDescription {
        columns: kind.columns().iter().map(column).collect(),
        rows: rows.iter().map(row).collect(),
        is_open: true,
    }
}

fn general(content: &WorkbookContent) -> FormDescription {
    let [items, values] = SheetKind::General.columns() else { unreachable!("Thông tin chung has two columns") };
    // In a form the items are required, not its columns.
    let column = |of: &Column| ColumnDescription { is_required: false, ..column(of) };
    FormDescription {
        columns: [column(items), column(values)],
        items: GeneralKey::ALL.into_iter().map(|key| item(key, content)).collect(),
    }
}

fn item(key: GeneralKey, content: &WorkbookContent) -> ItemDescription {
    let entry = key.item().entry;
    ItemDescription {
        title: key.title().to_owned(),
        look: entry.look,
        allowed: allowed(entry.rule),
        help: entry.guidance(),
        is_required: key.is_required(),
        is_locked: false,
        value: content.general.get(&key).cloned(),
    }
}

fn allowed(rule: EntryRule) -> Allowed {
    match rule {
        EntryRule::Anything => Allowed::Anything,
        EntryRule::Day => Allowed::Day,
        EntryRule::Count => Allowed::Count,
        EntryRule::Percent => Allowed::Percent,
        EntryRule::From(list) => Allowed::Choice(choices::drop_down(list)),
    }
}
