//! How a kernel gets its slices: the only place where memory that threads share becomes Rust references.

use std::marker::PhantomData;
use std::slice;

/// An element type that a region can have: any bit pattern is a value of it.
pub trait Element: Copy + private::Sealed {}

mod private {
    pub trait Sealed {}
}

macro_rules! elements {
    ($($type:ty),*) => { $(impl private::Sealed for $type {} impl Element for $type {})* };
}
elements!(u8, i32, u32, f64);

/// How a region divides among the items; see `Division` in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    /// No item owns any of it.
    Whole,
    /// Each item owns this many elements.
    Stride(usize),
    /// One boundary before each item and one after the last.
    Boundaries,
    /// Item `i` lies between the boundaries `i` and `i + 1`, a `u32` region at this offset.
    Segments(usize),
}

/// A region's place in the arena.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// Distance from the start of the arena, in bytes.
    pub offset: usize,
    /// Number of elements.
    pub length: usize,
    /// Bytes per element.
    pub element_bytes: usize,
    /// Which elements belong to which item.
    pub division: Division,
}

/// The memory that all regions lie in.
#[derive(Clone, Copy, Debug)]
pub struct Arena {
    /// First byte; aligned to at least 8.
    pub start: *mut u8,
    /// Length in bytes.
    pub length: usize,
}

/// A pass with everything it is called with, checked once so that each call is cheap.
#[derive(Debug)]
pub struct Binding {
    arena: Arena,
    items: usize,
    scalars: Vec<f64>,
    reads: Vec<Region>,
    writes: Vec<Region>,
}

impl Binding {
    /// Checks that every region lies in the arena, is aligned, and is not both read and written.
    ///
    /// # Errors
    /// One sentence that names the region by its position.
    pub fn new(
        arena: Arena,
        items: usize,
        scalars: Vec<f64>,
        reads: Vec<Region>,
        writes: Vec<Region>,
    ) -> Result<Self, String> {
        for (index, region) in reads.iter().chain(&writes).enumerate() {
            check(region, arena, items).map_err(|problem| format!("region {index} {problem}"))?;
        }
        for (index, write) in writes.iter().enumerate() {
            let others = reads.iter().chain(writes.iter().skip(index + 1));
            if others.into_iter().any(|other| overlap(write, other)) {
                return Err(format!("output {index} overlaps another region"));
            }
        }
        Ok(Self { arena, items, scalars, reads, writes })
    }

    /// Number of items in the workload.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// The call for the items `[start, end)`.
    ///
    /// # Errors
    /// When the range does not lie in `[0, items]`.
    ///
    /// # Safety
    /// The arena must be live for `'call`, nobody may write what this pass reads meanwhile, and no
    /// other call that runs meanwhile may cover any of these items.
    pub unsafe fn call(&self, start: usize, end: usize) -> Result<Call<'_>, String> {
        if start > end || end > self.items {
            return Err(format!("items [{start}, {end}) do not lie in [0, {})", self.items));
        }
        Ok(Call { binding: self, start, end, arena: PhantomData })
    }
}

/// One chunk of a pass.
#[derive(Debug)]
pub struct Call<'call> {
    binding: &'call Binding,
    /// First item.
    pub start: usize,
    /// One past the last item.
    pub end: usize,
    arena: PhantomData<&'call mut [u8]>,
}

impl<'call> Call<'call> {
    /// A parameter that is an integer.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "declared u32")]
    pub fn scalar_u32(&self, index: usize) -> u32 {
        self.binding.scalars[index] as u32
    }

    /// A parameter that is a real number.
    #[must_use]
    pub fn scalar_f64(&self, index: usize) -> f64 {
        self.binding.scalars[index]
    }

    /// The whole of a region that the pass reads.
    ///
    /// # Panics
    /// When the spec and the kernel disagree about the element type.
    #[must_use]
    pub fn read<T: Element>(&self, index: usize) -> &'call [T] {
        let region = &self.binding.reads[index];
        assert_eq!(region.element_bytes, size_of::<T>(), "element size of input {index}");
        // SAFETY: `Binding::new` checked bounds and alignment; any bit pattern is a `T`;
        // the caller of `Binding::call` promised that nobody writes it.
        unsafe { slice::from_raw_parts(self.at(region.offset).cast::<T>(), region.length) }
    }

    /// The items' own part of a region that the pass writes. Ask for each region once.
    ///
    /// # Panics
    /// When the spec and the kernel disagree about the element type, or boundaries do not ascend.
    #[must_use]
    pub fn write<T: Element>(&self, index: usize) -> &'call mut [T] {
        let region = &self.binding.writes[index];
        assert_eq!(region.element_bytes, size_of::<T>(), "element size of output {index}");
        let (from, to) = self.own(region);
        assert!(from <= to && to <= region.length, "output {index} ends before its items do");
        let offset = region.offset + from * size_of::<T>();
        // SAFETY: as in `read`, and the caller of `Binding::call` promised that these items are ours alone.
        unsafe { slice::from_raw_parts_mut(self.at(offset).cast::<T>(), to - from) }
    }

    fn own(&self, region: &Region) -> (usize, usize) {
        match region.division {
            Division::Whole => (0, region.length),
            Division::Stride(elements) => (self.start * elements, self.end * elements),
            Division::Boundaries => (self.start, self.end + 1),
            Division::Segments(offset) => {
                (self.boundary(offset, self.start), self.boundary(offset, self.end))
            }
        }
    }

    fn boundary(&self, offset: usize, item: usize) -> usize {
        let boundary = self.at(offset + item * size_of::<u32>()).cast::<[u8; 4]>();
        // SAFETY: `check` saw that `items + 1` boundaries lie at this offset, and `item` is at most `items`.
        u32::from_ne_bytes(unsafe { *boundary }) as usize
    }

    fn at(&self, offset: usize) -> *mut u8 {
        // SAFETY: `check` saw that the offset lies in the arena.
        unsafe { self.binding.arena.start.add(offset) }
    }
}

fn check(region: &Region, arena: Arena, items: usize) -> Result<(), String> {
    let bytes = region.length.checked_mul(region.element_bytes);
    let end = bytes.and_then(|bytes| bytes.checked_add(region.offset));
    if end.is_none_or(|end| end > arena.length) {
        return Err("lies outside the arena".to_owned());
    }
    if !(arena.start as usize + region.offset).is_multiple_of(region.element_bytes) {
        return Err("is not aligned".to_owned());
    }
    let owned = match region.division {
        Division::Whole => Some(region.length),
        Division::Stride(elements) => items.checked_mul(elements),
        Division::Boundaries => items.checked_add(1),
        Division::Segments(offset) => {
            let end = items.checked_add(1).and_then(|n| n.checked_mul(4)).and_then(|n| n.checked_add(offset));
            let inside = end.is_some_and(|end| end <= arena.length);
            let aligned = (arena.start as usize + offset).is_multiple_of(4);
            return if inside && aligned {
                Ok(())
            } else {
                Err("has boundaries outside the arena".to_owned())
            };
        }
    };
    if owned == Some(region.length) { Ok(()) } else { Err("does not divide among the items".to_owned()) }
}

fn overlap(a: &Region, b: &Region) -> bool {
    let (a_end, b_end) = (a.offset + a.length * a.element_bytes, b.offset + b.length * b.element_bytes);
    a.offset < b_end && b.offset < a_end
}

#[cfg(test)]
mod tests {
    use super::{Arena, Binding, Division, Region};

    fn arena(memory: &mut [u64]) -> Arena {
        Arena { start: memory.as_mut_ptr().cast(), length: size_of_val(memory) }
    }

    fn bytes(offset: usize, length: usize, stride: usize) -> Region {
        Region { offset, length, element_bytes: 1, division: Division::Stride(stride) }
    }

    #[test]
    fn a_call_sees_only_the_bytes_of_its_items() {
        let mut memory = [0_u64; 2];
        let binding = Binding::new(arena(&mut memory), 4, vec![], vec![], vec![bytes(0, 8, 2)]).unwrap();
        // SAFETY: the memory lives on this stack and nobody else uses it.
        let call = unsafe { binding.call(1, 3) }.unwrap();
        call.write::<u8>(0).fill(7);
        assert_eq!(memory[0].to_le_bytes(), [0, 0, 7, 7, 7, 7, 0, 0]);
    }

    #[test]
    fn segments_lie_between_their_boundaries() {
        let mut memory = [0_u64; 4];
        memory[0] = u64::from(3_u32) << 32;
        memory[1] = 5;
        let segments = Region { offset: 16, length: 5, element_bytes: 1, division: Division::Segments(0) };
        let binding = Binding::new(arena(&mut memory), 2, vec![], vec![], vec![segments]).unwrap();
        // SAFETY: the memory lives on this stack and nobody else uses it.
        let call = unsafe { binding.call(1, 2) }.unwrap();
        assert_eq!(call.write::<u8>(0).len(), 2);
    }

    #[test]
    fn a_region_outside_the_arena_is_refused() {
        let mut memory = [0_u64; 2];
        let problem = Binding::new(arena(&mut memory), 4, vec![], vec![], vec![bytes(16, 4, 1)]);
        assert_eq!(problem.unwrap_err(), "region 0 lies outside the arena");
    }

    #[test]
    fn a_region_that_is_read_and_written_is_refused() {
        let mut memory = [0_u64; 2];
        let region = bytes(0, 4, 1);
        let problem = Binding::new(arena(&mut memory), 4, vec![], vec![region], vec![region]);
        assert_eq!(problem.unwrap_err(), "output 0 overlaps another region");
    }

    #[test]
    fn items_beyond_the_last_are_refused() {
        let mut memory = [0_u64; 2];
        let binding = Binding::new(arena(&mut memory), 4, vec![], vec![], vec![]).unwrap();
        // SAFETY: no region is touched.
        assert!(unsafe { binding.call(2, 5) }.is_err());
    }
}
