//! The house rules on names: a type's name is defined once in `src/`, and sibling modules import one another one way.
//!
//! Owns how definitions and imports are read from the text. Must not know which room may import which: `house` does.
//! Nothing but its tests uses it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::house::{code, name_of, read, root, sources};
use crate::product_code::product_code;

/// Names that are defined more than once. The list may only become shorter.
#[rustfmt::skip]
const KNOWN_DOUBLES: [&str; 0] = [];
/// Modules that are in a circle of imports with siblings. The number may only become smaller.
const KNOWN_IN_CIRCLES: usize = 0;

type Module = Vec<String>;

#[test]
fn a_type_name_is_defined_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in sources() {
        for name in defined_types(&code(&read(&path))) {
            places.entry(name).or_default().push(name_of(&path));
        }
    }
    places.retain(|_, places| places.len() > 1);
    let listed: Vec<String> = places.iter().map(|(name, places)| format!("{name}: {}", places.join(", "))).collect();
    let new: Vec<&String> = places.keys().filter(|name| !KNOWN_DOUBLES.contains(&name.as_str())).collect();
    assert!(
        new.is_empty(),
        "new: {new:?}; names defined more than once ({} known):\n{}",
        KNOWN_DOUBLES.len(),
        listed.join("\n")
    );
}

#[test]
fn siblings_import_one_another_one_way() {
    let circles = circles(&product_code());
    let inside: usize = circles.iter().map(|(_, modules)| modules.len()).sum();
    let listed: Vec<String> =
        circles.iter().map(|(folder, modules)| format!("{folder}: {}", modules.join(" ↔ "))).collect();
    let known = KNOWN_IN_CIRCLES;
    assert!(inside <= known, "{inside} modules in circles of imports ({known} known):\n{}", listed.join("\n"));
}

#[test]
fn type_definitions_are_found() {
    let text =
        "pub(crate) struct One<'a>(&'a str);\nenum Two {}\n    trait Three {}\ntype Four = u8;\n    type Item = u8;";
    assert_eq!(defined_types(text), ["One", "Two", "Three", "Four"]);
}

#[test]
fn a_planted_circle_is_found() {
    let file = |name: &str, text: &str| (root().join("src/room").join(name), text.to_owned());
    let parent = file("mod.rs", "mod first;\nmod second;\nmod third;\npub use second::{Deep, Second};");
    let one_way = [
        parent.clone(),
        file("first.rs", "use super::third;"),
        file("second.rs", "use crate::room::first::First;"),
        file("third/mod.rs", "mod inner;"),
    ];
    assert!(circles(&one_way).is_empty());
    let through_the_parent = [&one_way[..3], &[file("third/inner.rs", "fn of(it: super::super::Second) {}")]].concat();
    let expected = vec![("room".to_owned(), ["first", "second", "third"].map(str::to_owned).to_vec())];
    assert_eq!(circles(&through_the_parent), expected);
    let in_a_group =
        [parent, file("first.rs", "use super::{third, second::{Deep}};"), file("second.rs", "use super::first;")];
    assert_eq!(circles(&in_a_group)[0].1, ["first", "second"]);
}

/// The types that a text defines, without type aliases inside an `impl`.
fn defined_types(code: &str) -> Vec<String> {
    let of_line = |line: &str| {
        let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
        let keyword = words.next()?;
        let is_alias = keyword == "type" && !line.starts_with(' ');
        let name = words.next()?.split(|letter: char| !letter.is_alphanumeric()).next()?;
        (is_alias || ["struct", "enum", "trait", "union"].contains(&keyword)).then(|| name.to_owned())
    };
    code.lines().filter_map(of_line).collect()
}

/// The circles among sibling modules, with the folder they share; `house` checks the rooms themselves.
fn circles(files: &[(PathBuf, String)]) -> Vec<(String, Vec<String>)> {
    let files: Vec<(Module, Vec<Module>)> =
        files.iter().map(|(path, _)| module_of(path)).zip(files.iter().map(|(_, text)| paths(&code(text)))).collect();
    let modules: BTreeSet<Module> =
        files.iter().flat_map(|(module, _)| (1..=module.len()).map(|length| module[..length].to_vec())).collect();
    // What a parent imports from a child counts as the child's, wherever it is imported from the parent.
    let mut origins: BTreeMap<Module, String> = BTreeMap::new();
    for (module, paths) in &files {
        for path in paths.iter().filter(|path| path.len() > 1) {
            let inside = path.strip_prefix(&["self".to_owned()][..]).unwrap_or(path);
            let child = [&module[..], &inside[..1]].concat();
            if modules.contains(&child) {
                origins.insert([&module[..], &inside[inside.len() - 1..]].concat(), inside[0].clone());
            }
        }
    }
    let mut imports: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (module, paths) in &files {
        for target in paths.iter().filter_map(|path| absolute(module, path)) {
            let shared = module.iter().zip(&target).take_while(|(one, other)| one == other).count();
            if shared == 0 || shared >= module.len() || shared >= target.len() {
                continue;
            }
            let named = &target[..=shared];
            let sibling = if modules.contains(named) { Some(&target[shared]) } else { origins.get(named) };
            if let Some(sibling) = sibling.filter(|sibling| **sibling != module[shared]) {
                let of_folder = imports.entry(module[..shared].to_vec()).or_default();
                of_folder.entry(module[shared].clone()).or_default().insert(sibling.clone());
            }
        }
    }
    imports
        .iter()
        .flat_map(|(folder, edges)| circles_of(edges).into_iter().map(|found| (folder.join("::"), found)))
        .collect()
}

/// The groups of modules that can all reach one another.
fn circles_of(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        edges.keys().map(|from| (from, reached_from(from, edges))).collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (from, there) in &reached {
        let back = there.iter().filter(|to| reached.get(**to).is_some_and(|back| back.contains(from)));
        let circle: Vec<String> = back.map(|to| (*to).clone()).collect();
        if !circle.is_empty() {
            found.insert(circle);
        }
    }
    found.into_iter().collect()
}

fn reached_from<'a>(from: &str, edges: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = edges.get(from).into_iter().flatten().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(edges.get(next).into_iter().flatten());
        }
    }
    reached
}

/// The module of a file: `src/draft/mod.rs` and `src/draft.rs` are both `draft`.
fn module_of(path: &Path) -> Module {
    let inside = path.strip_prefix(root().join("src")).expect("sources stand in src").with_extension("");
    let names = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    names.filter(|name| !["mod", "lib", "main"].contains(&name.as_str())).collect()
}

/// A path from the root of the crate; `None` for a path that begins with neither `crate` nor `super`.
fn absolute(module: &[String], path: &[String]) -> Option<Module> {
    if path.first()? == "crate" {
        return Some(path[1..].to_vec());
    }
    let ups = path.iter().take_while(|name| *name == "super").count();
    let above = module.get(..module.len().checked_sub(ups)?)?;
    (ups > 0).then(|| [above, &path[ups..]].concat())
}

/// Every path of names joined by `::` in a text, with groups in braces expanded.
fn paths(code: &str) -> Vec<Module> {
    let mut found = Vec::new();
    let mut before: Vec<Module> = Vec::new();
    let mut current: Module = Vec::new();
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        if letter.is_alphabetic() || letter == '_' {
            let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            rest = &rest[name.len()..];
            current.push(name);
            if let Some(after) = rest.strip_prefix("::") {
                rest = after;
                if let Some(inside) = rest.strip_prefix('{') {
                    before.push([before.last().cloned().unwrap_or_default(), std::mem::take(&mut current)].concat());
                    rest = inside;
                }
                continue;
            }
            found.push([before.last().cloned().unwrap_or_default(), std::mem::take(&mut current)].concat());
            continue;
        }
        current.clear();
        if letter == '}' {
            before.pop();
        }
        rest = &rest[letter.len_utf8()..];
    }
    found
}
