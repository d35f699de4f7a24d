//! The language of templates: a subset of Tera 2, read into a tree.
//!
//! Owns what may be written and where each mistake stands. Must not know what a name means: that is `checking`'s. Its
//! output, the tree, goes to `checking` and `cost`; Tera itself renders the text.
//!
//! Why a parser of our own: Tera gives no tree, tells one mistake at a time, and bounds neither time nor memory. What
//! this parser does not know is refused, so everything that is rendered was understood here before.

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

/// How deep tags and expressions may stand in one another; Tera itself stops at 40, less cleanly.
const DEEPEST: usize = 24;
/// How many steps one expression may have.
const LONGEST_EXPRESSION: usize = 200;
/// How many branches an `if` may have: Tera reads each by a call within the last.
const MOST_BRANCHES: usize = 50;

#[cfg(test)]
mod tests;
