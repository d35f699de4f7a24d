//! The language of templates: a subset of Tera 2, parsed into a tree.
//!
//! Owns the grammar and the place of each mistake. Must not know what a name means: `checking` does. The tree goes to
//! `checking` and `cost`; Tera itself renders the text.
//!
//! We need our own parser because Tera gives no tree, reports one mistake at a time, and limits neither time nor
//! memory. This parser refuses everything that it does not understand, so only understood templates are rendered.

mod binding;
mod expressions;
mod fault;
mod lexer;
mod parser;
mod reader;
mod token;
mod tree;

pub(crate) use fault::{Fault, Faults, Spot};
pub(crate) use parser::{Tree, parse};
pub(crate) use tree::{
    Expression, ExpressionKind, Filter, Joined, Operation, Operator, SpottedWord, TemplateNode, Test,
};

/// The greatest nesting of tags and expressions. Tera's own limit is 40, with a less clear error.
const DEEPEST: usize = 24;
/// The most steps of one expression.
const LONGEST_EXPRESSION: usize = 200;
/// The most branches of an `if`: Tera parses each by a recursive call.
const MOST_BRANCHES: usize = 50;

#[cfg(test)]
mod tests;
