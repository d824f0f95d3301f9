//! Look-ups typed in: a table of groups with how many people were asked for and how many were found.

use std::path::Path;

use anyhow::{Context, bail, ensure};

use super::LookUp;

/// Longest description of a group, in characters.
const GROUP_MOST: usize = 200;

/// Reads a file of look-ups: a header `group,asked,found` (and `of`, the size of the group, where it is known), then one group a
/// line; `,`, `;` or tab between the cells, quotes around those that hold one.
///
/// # Errors
/// The file cannot be read, a column is missing, a cell is no number, or the numbers contradict each other; never with a
/// group's text.
pub fn read(path: &Path, shown: &str) -> anyhow::Result<Vec<LookUp>> {
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("reading the look-ups {shown}\nhint: a text file (UTF-8) with the columns group, asked, found")
    })?;
    parse(&text).with_context(|| format!("in the look-ups {shown}"))
}

fn parse(text: &str) -> anyhow::Result<Vec<LookUp>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((_, header)) = lines.next() else {
        bail!("there is nothing in it\nhint: begin with the line group,asked,found")
    };
    let delimiter =
        [',', ';', '\t'].into_iter().max_by_key(|delimiter| header.matches(*delimiter).count()).unwrap_or(',');
    let names: Vec<String> = cells(header, delimiter).into_iter().map(|name| name.to_lowercase()).collect();
    let place = |name: &str| names.iter().position(|known| known == name);
    let (Some(group), Some(asked), Some(found)) = (place("group"), place("asked"), place("found")) else {
        bail!("the columns group, asked and found are not all there\nhint: begin with the line group,asked,found");
    };
    let of = place("of");
    let mut all = Vec::new();
    for (number, line) in lines {
        let row = cells(line, delimiter);
        let cell = |place: usize| row.get(place).map_or("", String::as_str);
        let count = |place: usize, name: &str| -> anyhow::Result<u64> {
            let digits: String = cell(place).chars().filter(|c| !matches!(c, '_' | ' ' | '\u{a0}')).collect();
            digits
                .parse()
                .ok()
                .with_context(|| format!("line {}: {name} is no number\nhint: write whole numbers", number + 1))
        };
        let known = of.filter(|&place| !cell(place).is_empty());
        let look_up = LookUp {
            group: cell(group).to_owned(),
            asked: count(asked, "asked")?,
            found: count(found, "found")?,
            of: known.map(|place| count(place, "of")).transpose()?,
        };
        check(&look_up).with_context(|| format!("line {}", number + 1))?;
        all.push(look_up);
    }
    ensure!(!all.is_empty(), "there is no group in it\nhint: one line for each group, such as renewed after 2018,40,0");
    Ok(all)
}

fn check(look_up: &LookUp) -> anyhow::Result<()> {
    let LookUp { group, asked, found, of } = look_up;
    let length = group.chars().count();
    ensure!(
        (1..=GROUP_MOST).contains(&length),
        "the group has {length} characters\nhint: describe it in 1 to {GROUP_MOST}"
    );
    ensure!(*asked > 0, "nobody was asked for\nhint: leave out groups of which nobody was");
    ensure!(found <= asked, "{found} found of {asked} asked\nhint: no more can be found than were asked for");
    ensure!(
        of.is_none_or(|of| of >= *asked),
        "more were asked for than the group has\nhint: `of` is the size of the whole group"
    );
    Ok(())
}

/// The cells of a line; a quote within quotes is doubled.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            letter if letter == delimiter && !quoted => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            letter => cell.push(letter),
        }
    }
    cells.push(cell.trim().to_owned());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read() {
        let text =
            "\u{feff}group;asked;found;of\n\"renewed; after 2018\";40;0;\n\nold \"\"bank\"\" clients;1 000;3;5_000\n";
        let all = parse(text).unwrap();
        assert_eq!(all[0], LookUp { group: "renewed; after 2018".into(), asked: 40, found: 0, of: None });
        assert_eq!((all[1].asked, all[1].of), (1_000, Some(5_000)));
        assert_eq!(parse("found,Group,asked\n1,x,2\n").unwrap()[0].found, 1);
    }

    #[test]
    fn what_cannot_be_is_refused_without_its_text() {
        for (text, says) in [
            ("", "nothing in it"),
            ("group,asked\nx,1\n", "group, asked and found"),
            ("group,asked,found\n", "no group"),
            ("group,asked,found\nsecretgroup,many,0\n", "line 2: asked is no number"),
            ("group,asked,found\nsecretgroup,4,5\n", "5 found of 4"),
            ("group,asked,found\nsecretgroup,0,0\n", "nobody"),
            ("group,asked,found,of\nsecretgroup,9,1,3\n", "more were asked"),
            ("group,asked,found\n,9,1\n", "0 characters"),
        ] {
            let error = format!("{:#}", parse(text).unwrap_err());
            assert!(error.contains(says) && error.contains("hint:") && !error.contains("secret"), "{error}");
        }
    }
}
