use crate::params::viterbi::{LONGEST, TAGS};

const SIZE: usize = TAGS as usize;
/// One number per tag.
type Row = [f64; SIZE];
/// For each tag of a word, the tag that the likeliest path comes from.
type Origins = [u8; SIZE];

/// Fills the outputs of the items `[start, end)`; `tags` and `best` are exactly theirs.
#[expect(clippy::too_many_arguments, reason = "one for each region")]
pub fn viterbi(
    first: &[f64],
    transitions: &[f64],
    emissions: &[f64],
    words: &[u32],
    boundaries: &[u32],
    tags: &mut [u8],
    best: &mut [f64],
    start: usize,
    end: usize,
) {
    let transitions = transitions.as_chunks::<SIZE>().0;
    let emissions = emissions.as_chunks::<SIZE>().0;
    let mut origins = [[0; SIZE]; LONGEST as usize];
    let base = boundaries[start] as usize;
    for (item, best) in (start..end).zip(best) {
        let [from, to] = [item, item + 1].map(|item| boundaries[item] as usize);
        *best = 0.0;
        if let [word, rest @ ..] = &words[from..to] {
            let mut scores: Row = emissions[*word as usize];
            for (score, first) in scores.iter_mut().zip(first) {
                *score += first;
            }
            for (&word, origins) in rest.iter().zip(&mut origins) {
                (scores, *origins) = step(transitions, &emissions[word as usize], &scores);
            }
            *best = trace(&scores, &origins[..rest.len()], &mut tags[from - base..to - base]);
        }
    }
}

/// Goes on from each path to each tag of the next word, and keeps the likeliest; of equal ones that from the lowest tag.
fn step(transitions: &[Row], emissions: &Row, before: &Row) -> (Row, Origins) {
    let mut scores = transitions[0].map(|transition| before[0] + transition);
    let mut origins = [0; SIZE];
    for ((&path, transitions), from) in before.iter().zip(transitions).zip(0..).skip(1) {
        for tag in 0..SIZE {
            let score = path + transitions[tag];
            let likelier = score > scores[tag];
            // Written as choices, not as branches, which no one could predict.
            origins[tag] = if likelier { from } else { origins[tag] };
            scores[tag] = if likelier { score } else { scores[tag] };
        }
    }
    for (score, emission) in scores.iter_mut().zip(emissions) {
        *score += emission;
    }
    (scores, origins)
}

/// Follows the likeliest path from its end, of equal ones that to the lowest tag. Returns its score.
fn trace(scores: &Row, origins: &[Origins], tags: &mut [u8]) -> f64 {
    let (mut tag, mut score) = (0, scores[0]);
    for (&other, label) in scores[1..].iter().zip(1..) {
        if other > score {
            (tag, score) = (label, other);
        }
    }
    for (output, origins) in tags[1..].iter_mut().zip(origins).rev() {
        *output = tag;
        tag = origins[tag as usize];
    }
    tags[0] = tag;
    score
}

#[cfg(test)]
mod tests {
    use super::{SIZE, viterbi};

    const NEVER: f64 = f64::NEG_INFINITY;

    /// The tags and the score of some words, in a model of two tags; each row of it is of a preceding tag or of a word.
    fn decode(first: [f64; 2], transitions: [[f64; 2]; 2], emissions: [[f64; 2]; 3], words: &[u32]) -> (Vec<u8>, f64) {
        let log = |row: [f64; 2]| {
            let mut logs = [NEVER; SIZE];
            logs[0] = row[0].ln();
            logs[1] = row[1].ln();
            logs
        };
        let mut rows = transitions.map(log).to_vec();
        rows.resize(SIZE, [NEVER; SIZE]);
        let length = u32::try_from(words.len()).unwrap();
        let mut tags = vec![99; words.len()];
        let mut best = [99.0];
        let emissions = emissions.map(log);
        let (rows, emissions) = (rows.as_flattened(), emissions.as_flattened());
        viterbi(&log(first), rows, emissions, words, &[0, length], &mut tags, &mut best, 0, 1);
        (tags, best[0])
    }

    #[test]
    fn the_patient_of_the_textbook_was_healthy_twice_and_then_had_fever() {
        let emissions = [[0.5, 0.1], [0.4, 0.3], [0.1, 0.6]];
        let (tags, score) = decode([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], emissions, &[0, 1, 2]);
        assert_eq!(tags, [0, 0, 1]);
        assert!((score.exp() - 0.01512).abs() < 1e-12);
    }

    #[test]
    fn of_equally_likely_paths_that_of_the_lowest_tags_is_taken() {
        let even = [0.5, 0.5];
        assert_eq!(decode(even, [even, even], [even, even, even], &[2, 0, 1]).0, [0, 0, 0]);
    }

    #[test]
    fn an_empty_sentence_is_certain() {
        let even = [0.5, 0.5];
        assert_eq!(decode(even, [even, even], [even, even, even], &[]), (vec![], 0.0));
    }
}
