/// An MCU is at most 4 blocks wide and high, so none reaches further beyond the frame.
const MARGIN: usize = 32;

/// One component of the frame that is being decoded: Y, Cb or Cr.
#[derive(Clone, Debug, Default)]
pub struct Component {
    pub id: u8,
    /// Sampling factors: blocks per MCU across and down.
    pub across: usize,
    pub down: usize,
    /// Number of its quantisation table.
    pub quantiser: usize,
    /// Numbers of its Huffman tables; those for AC follow the four for DC.
    pub dc_table: usize,
    pub ac_table: usize,
    /// Size in samples; less than the frame's where it is subsampled.
    pub width: usize,
    pub height: usize,
    /// DC coefficient of the block before.
    pub prediction: i32,
    pub decoded: bool,
    /// Its samples, in rows of `stride`; blocks may reach beyond width and height.
    pub plane: Vec<u8>,
}

/// Y, Cb and Cr; a grey frame has the first alone.
#[derive(Debug)]
pub struct Components {
    pub all: [Component; 3],
    /// Distance between the rows of a plane.
    pub stride: usize,
}

impl Components {
    /// Components with planes for frames of that size.
    pub fn new(width: usize, height: usize) -> Self {
        let stride = width + MARGIN;
        let one = Component { plane: vec![0; stride * (height + MARGIN)], ..Component::default() };
        Self { all: [one.clone(), one.clone(), one], stride }
    }
}
