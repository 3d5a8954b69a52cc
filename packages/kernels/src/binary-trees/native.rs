/// A node and all that hangs from it; a leaf has nothing on either side.
struct Tree {
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
}

/// Counts the nodes of the trees `[start, end)`; `counts` is exactly theirs.
pub fn binary_trees(depths: &[u8], counts: &mut [u32], start: usize, end: usize) {
    for (&depth, count) in depths[start..end].iter().zip(counts) {
        *count = grow(depth).nodes();
    }
}

fn grow(depth: u8) -> Tree {
    if depth == 0 {
        return Tree { left: None, right: None };
    }
    Tree { left: Some(Box::new(grow(depth - 1))), right: Some(Box::new(grow(depth - 1))) }
}

impl Tree {
    fn nodes(&self) -> u32 {
        match (&self.left, &self.right) {
            (Some(left), Some(right)) => 1 + left.nodes() + right.nodes(),
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{binary_trees, grow};

    #[test]
    fn a_tree_has_one_node_less_than_a_power_of_two() {
        for depth in 0..12 {
            assert_eq!(grow(depth).nodes(), (2 << depth) - 1);
        }
    }

    #[test]
    fn only_the_trees_in_range_are_counted() {
        let mut counts = [7; 2];
        binary_trees(&[9, 0, 2, 9], &mut counts, 1, 3);
        assert_eq!(counts, [1, 7]);
    }
}
