//! A cell of a readable sheet: the TOML value as Excel will hold it.
//!
//! Owns the four kinds of values. Must not know sheets. `workbook` puts cells into grids, `xlsx` writes them.

use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Value;

/// A filled cell.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
pub(crate) enum Cell {
    /// Text; `\n` is a line break inside the cell.
    Text(String),
    /// A number.
    Number(f64),
    /// A date that Excel holds as a date, not as text.
    Date(NaiveDate),
    /// A truth value.
    Bool(bool),
}

impl fmt::Display for Cell {
    /// The text that Excel shows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.format("%d/%m/%Y").fmt(f),
            Self::Bool(truth) => truth.fmt(f),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl TryFrom<Value> for Cell {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        match value {
            // A multi-line text ends with the line break before its closing quotes.
            Value::String(text) => Ok(Self::Text(text.trim_end_matches('\n').to_owned())),
            #[allow(clippy::cast_precision_loss, reason = "Excel holds every number as a float")]
            Value::Integer(number) => Ok(Self::Number(number as f64)),
            Value::Float(number) => Ok(Self::Number(number)),
            Value::Boolean(truth) => Ok(Self::Bool(truth)),
            Value::Datetime(moment) => {
                let day = moment.date.ok_or("a cell cannot be a time of day")?;
                let date = NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into());
                date.map(Self::Date).ok_or_else(|| format!("{moment} is not a date"))
            }
            Value::Array(_) | Value::Table(_) => Err(format!("a cell cannot be {value}")),
        }
    }
}
