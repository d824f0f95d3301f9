//! File patterns of a case: `*` and `?` inside the parts of a path, as in `dump/*.csv.gz`.

use std::path::Path;

use anyhow::{Context, bail};

/// The paths that a pattern names, sorted, spelled as the pattern is. A path without `*` and `?` names itself, whether
/// it is there or not.
///
/// # Errors
/// A folder on the way cannot be listed, or nothing matches the pattern.
pub fn expand(pattern: &str, folder: &Path) -> anyhow::Result<Vec<String>> {
    if !pattern.contains(['*', '?']) {
        return Ok(vec![pattern.to_owned()]);
    }
    // A case file named without a folder lies in the current one.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut found = vec![String::new()];
    for (index, part) in pattern.split('/').enumerate() {
        let mut next = Vec::new();
        for before in found {
            let join = |name: &str| if index == 0 { name.to_owned() } else { format!("{before}/{name}") };
            if !part.contains(['*', '?']) {
                next.push(join(part));
                continue;
            }
            // An absolute pattern begins with an empty part.
            let place =
                if index > 0 && before.is_empty() { Path::new("/").to_path_buf() } else { folder.join(&before) };
            if place.is_dir() {
                next.extend(names(&place)?.into_iter().filter(|name| fits(part, name)).map(|name| join(&name)));
            }
        }
        found = next;
    }
    found.retain(|path| folder.join(path).exists());
    found.sort();
    if found.is_empty() {
        bail!(
            "no file matches {pattern}\nhint: paths of a case are relative to the case file, here {}",
            folder.display()
        );
    }
    Ok(found)
}

/// Names in a folder. Names that are no UTF-8 cannot be written in a case file and match no pattern.
fn names(folder: &Path) -> anyhow::Result<Vec<String>> {
    let list = || -> std::io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            names.extend(entry?.file_name().into_string());
        }
        Ok(names)
    };
    list().with_context(|| format!("listing the folder {}\nhint: check that it can be read", folder.display()))
}

/// Whether a name fits one part of a pattern. A leading dot must be written.
fn fits(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut seen) = (0, 0);
    // Where to go on when the last star has to swallow one character more.
    let mut retry: Option<(usize, usize)> = None;
    while seen < name.len() {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at + 1, seen));
                at += 1;
            }
            Some(&wanted) if wanted == '?' || wanted == name[seen] => {
                at += 1;
                seen += 1;
            }
            _ => match retry {
                Some((after, swallowed)) => {
                    retry = Some((after, swallowed + 1));
                    at = after;
                    seen = swallowed + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|&rest| rest == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_names() {
        for (pattern, name, fit) in [
            ("*.csv", "a.csv", true),
            ("*.csv", "a.csv.gz", false),
            ("*", "", true),
            ("*a*b", "xaxxb", true),
            ("*a*b", "xaxx", false),
            ("part-??.txt", "part-01.txt", true),
            ("part-??.txt", "part-1.txt", false),
            ("*", ".hidden", false),
            (".*", ".hidden", true),
            ("ї*", "їжак", true),
        ] {
            assert_eq!(fits(pattern, name), fit, "{pattern} {name}");
        }
    }

    #[test]
    fn folders_may_be_patterns_too() {
        let folder = tempfile::tempdir().unwrap();
        for part in ["b", "a", "c"] {
            std::fs::create_dir(folder.path().join(part)).unwrap();
        }
        for name in ["b/x.csv", "a/x.csv", "a/y.csv", "c/x.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(expand("*/x.csv", folder.path()).unwrap(), ["a/x.csv", "b/x.csv"]);
        assert_eq!(expand("a/?.csv", folder.path()).unwrap(), ["a/x.csv", "a/y.csv"]);
        assert_eq!(expand("not/there.csv", folder.path()).unwrap(), ["not/there.csv"]);
        assert!(expand("*/z.csv", folder.path()).unwrap_err().to_string().contains("hint:"));
        let whole = format!("{}/a/*.csv", folder.path().display());
        assert_eq!(expand(&whole, Path::new("elsewhere")).unwrap().len(), 2);
    }
}
