//! Numbering plans as data: which national numbers exist in Ukraine, Kyrgyzstan and the zone of +7, and how long those
//! of every other country are.
//!
//! # Source
//! Country codes: ITU-T E.164, list of assigned country codes. Blocks, lengths and first digits: the metadata
//! of Google's libphonenumber 9.0.43 (all types of number), written out as ranges. Plans change: when they do, this
//! file alone changes.

use super::numbering::{Block, Country, Plan};

const N9: u16 = 1 << 9;
const N10: u16 = 1 << 10;
const N14: u16 = 1 << 14;

/// Ukraine, +380: trunk prefix 0.
pub static UA: Plan = Plan::new(b"380", b'0', UA_BLOCKS);

/// Kyrgyzstan, +996: trunk prefix 0.
pub static KG: Plan = Plan::new(b"996", b'0', KG_BLOCKS);

/// Russia and Kazakhstan, +7: trunk prefix 8.
pub static RU: Plan = Plan::new(b"7", b'8', RU_BLOCKS);

/// First and last block of six leading digits of the national number, and the lengths it may have. Sorted.
#[rustfmt::skip]
const UA_BLOCKS: &[Block] = &[
    Block(310_000, 399_999, N9), Block(410_000, 419_999, N9), Block(430_000, 489_999, N9),
    Block(500_000, 579_999, N9), Block(610_000, 699_999, N9), Block(710_000, 739_999, N9),
    Block(750_000, 759_999, N9), Block(770_000, 779_999, N9), Block(790_000, 790_999, N9),
    Block(800_100, 800_899, N9 | N10), Block(891_000, 895_999, N9), Block(897_000, 897_999, N9),
    Block(899_000, 899_999, N9), Block(900_200, 900_399, N9 | N10), Block(900_900, 900_999, N9 | N10),
    Block(910_000, 999_999, N9),
];

#[rustfmt::skip]
const KG_BLOCKS: &[Block] = &[
    Block(200_000, 203_999, N9), Block(205_000, 205_999, N9), Block(220_000, 229_999, N9),
    Block(312_000, 312_999, N9), Block(313_100, 313_999, N9), Block(314_700, 314_799, N9),
    Block(315_000, 316_999, N9), Block(322_200, 322_299, N9), Block(323_000, 323_499, N9),
    Block(323_700, 323_799, N9), Block(323_900, 323_999, N9), Block(326_000, 326_799, N9),
    Block(342_200, 342_299, N9), Block(345_600, 346_999, N9), Block(352_200, 352_299, N9),
    Block(353_400, 353_799, N9), Block(355_900, 356_999, N9), Block(362_200, 362_299, N9),
    Block(365_300, 365_399, N9), Block(365_500, 365_799, N9), Block(366_000, 366_999, N9),
    Block(372_200, 372_299, N9), Block(373_400, 373_499, N9), Block(373_600, 373_699, N9),
    Block(373_800, 373_899, N9), Block(374_100, 374_999, N9), Block(375_900, 377_999, N9),
    Block(392_200, 392_299, N9), Block(394_100, 394_899, N9), Block(396_000, 396_999, N9),
    Block(500_000, 529_999, N9), Block(540_000, 579_999, N9), Block(600_000, 600_999, N9),
    Block(609_000, 609_999, N9), Block(612_000, 612_999, N9), Block(622_000, 624_999, N9),
    Block(700_000, 709_999, N9), Block(755_000, 755_999, N9), Block(770_000, 779_999, N9),
    Block(800_000, 800_999, N9 | N10), Block(880_000, 880_999, N9), Block(888_000, 888_999, N9),
    Block(912_000, 912_999, N9), Block(990_000, 990_999, N9), Block(995_000, 999_999, N9),
];

#[rustfmt::skip]
const RU_BLOCKS: &[Block] = &[
    Block(301_000, 302_999, N10), Block(336_000, 336_999, N10), Block(341_000, 343_999, N10),
    Block(345_000, 347_999, N10), Block(349_000, 349_999, N10), Block(351_000, 353_999, N10),
    Block(365_000, 365_999, N10), Block(381_000, 385_999, N10), Block(388_000, 388_999, N10),
    Block(390_000, 391_999, N10), Block(394_000, 395_999, N10), Block(401_000, 401_999, N10),
    Block(411_000, 411_999, N10), Block(413_000, 413_999, N10), Block(415_000, 416_999, N10),
    Block(421_000, 421_999, N10), Block(423_000, 424_999, N10), Block(426_000, 427_999, N10),
    Block(471_000, 475_999, N10), Block(481_000, 487_999, N10), Block(491_000, 496_999, N10),
    Block(498_000, 499_999, N10), Block(700_000, 702_999, N10), Block(705_000, 708_999, N10),
    Block(710_200, 710_439, N10), Block(710_590, 710_599, N10), Block(710_630, 710_639, N10),
    Block(711_200, 711_479, N10), Block(711_490, 711_499, N10), Block(711_590, 711_599, N10),
    Block(712_200, 712_399, N10), Block(712_590, 712_599, N10), Block(713_200, 713_379, N10),
    Block(713_390, 713_439, N10), Block(713_450, 713_499, N10), Block(713_590, 713_599, N10),
    Block(714_200, 714_319, N10), Block(714_330, 714_499, N10), Block(714_510, 714_599, N10),
    Block(714_970, 714_979, N10), Block(715_200, 715_299, N10), Block(715_310, 715_479, N10),
    Block(715_590, 715_599, N10), Block(716_200, 716_499, N10), Block(716_510, 716_519, N10),
    Block(716_590, 716_599, N10), Block(716_610, 716_619, N10), Block(717_200, 717_299, N10),
    Block(718_200, 718_299, N10), Block(718_310, 718_349, N10), Block(718_360, 718_459, N10),
    Block(718_590, 718_599, N10), Block(718_700, 718_799, N10), Block(721_200, 721_399, N10),
    Block(721_440, 721_449, N10), Block(721_460, 721_499, N10), Block(721_530, 721_549, N10),
    Block(721_560, 721_569, N10), Block(721_590, 721_599, N10), Block(722_200, 722_309, N10),
    Block(722_360, 722_379, N10), Block(722_390, 722_399, N10), Block(722_460, 722_469, N10),
    Block(722_510, 722_529, N10), Block(722_560, 722_579, N10), Block(722_590, 722_599, N10),
    Block(723_200, 723_499, N10), Block(723_510, 723_519, N10), Block(723_530, 723_539, N10),
    Block(723_590, 723_599, N10), Block(724_200, 724_299, N10), Block(724_310, 724_339, N10),
    Block(724_350, 724_399, N10), Block(724_590, 724_599, N10), Block(725_200, 725_489, N10),
    Block(725_590, 725_599, N10), Block(725_610, 725_619, N10), Block(726_200, 726_299, N10),
    Block(726_310, 726_449, N10), Block(726_590, 726_599, N10), Block(727_200, 727_409, N10),
    Block(727_520, 727_529, N10), Block(727_570, 727_579, N10), Block(727_590, 727_599, N10),
    Block(727_700, 727_799, N10), Block(727_900, 727_999, N10), Block(728_200, 728_439, N10),
    Block(728_590, 728_599, N10), Block(729_200, 729_299, N10), Block(729_310, 729_329, N10),
    Block(729_340, 729_359, N10), Block(729_370, 729_389, N10), Block(729_590, 729_599, N10),
    Block(747_000, 747_999, N10), Block(751_000, 751_999, N10), Block(760_000, 764_999, N10),
    Block(771_000, 771_999, N10), Block(775_000, 778_999, N10), Block(785_000, 785_999, N10),
    Block(800_000, 800_999, N10), Block(803_000, 804_999, N10), Block(808_000, 809_999, N10),
    Block(810_800, 810_899, N14), Block(811_000, 818_999, N10), Block(820_000, 821_999, N10),
    Block(831_000, 831_999, N10), Block(833_000, 836_999, N10), Block(840_000, 848_999, N10),
    Block(851_000, 851_999, N10), Block(855_000, 857_999, N10), Block(860_000, 863_999, N10),
    Block(865_000, 867_999, N10), Block(869_000, 869_999, N10), Block(871_000, 873_999, N10),
    Block(877_000, 879_999, N10), Block(900_000, 929_999, N10), Block(930_005, 930_005, N10),
    Block(930_010, 930_037, N10), Block(930_040, 930_064, N10), Block(930_069, 930_080, N10),
    Block(930_084, 999_999, N10),
];

/// Every other country code: code, lengths of the national number (bit n: n digits; with the code 7 to 15 digits in
/// all), first digits (bit d: digit d). Sorted.
#[rustfmt::skip]
pub const COUNTRIES: &[Country] = &[
    Country(1, 0x0400, 0x3fc), Country(20, 0x0700, 0x37e), Country(27, 0x07e0, 0x3fe), Country(30, 0x1c00, 0x3c4),
    Country(31, 0x0fe0, 0x3fe), Country(32, 0x0300, 0x3fe), Country(33, 0x0200, 0x3fe), Country(34, 0x0200, 0x3f0),
    Country(36, 0x0300, 0x3fe), Country(39, 0x1fc0, 0x13b), Country(40, 0x0240, 0x38c), Country(41, 0x1200, 0x3fc),
    Country(43, 0x3fe0, 0x3fe), Country(44, 0x0600, 0x3ae), Country(45, 0x0100, 0x3fc), Country(46, 0x17c0, 0x3fe),
    Country(47, 0x0120, 0x3fd), Country(48, 0x07c0, 0x3fe), Country(49, 0x3fe0, 0x3fe), Country(51, 0x0300, 0x3f2),
    Country(52, 0x0400, 0x3fc), Country(53, 0x05c0, 0x1fc), Country(54, 0x0c00, 0x34e), Country(55, 0x0f00, 0x3fe),
    Country(56, 0x0e00, 0x3fc), Country(57, 0x0d00, 0x25a), Country(58, 0x0400, 0x374), Country(60, 0x0700, 0x3fa),
    Country(61, 0x17e0, 0x19e), Country(62, 0x1f80, 0x3fe), Country(63, 0x3f40, 0x3fe), Country(64, 0x07e0, 0x3fe),
    Country(65, 0x0d00, 0x3ca), Country(66, 0x0700, 0x3fe), Country(81, 0x3e00, 0x3ff), Country(82, 0x1f60, 0x1ff),
    Country(84, 0x0780, 0x3ee), Country(86, 0x0f80, 0x3fe), Country(90, 0x3480, 0x33c), Country(91, 0x3f00, 0x3fe),
    Country(92, 0x1f00, 0x3fe), Country(93, 0x0200, 0x0fc), Country(94, 0x0200, 0x3fe), Country(95, 0x07c0, 0x3f6),
    Country(98, 0x04e0, 0x3fe), Country(211, 0x0200, 0x202), Country(212, 0x0200, 0x1e0), Country(213, 0x0300, 0x3fe),
    Country(216, 0x0100, 0x3bc), Country(218, 0x0200, 0x3fc), Country(220, 0x0280, 0x3fc),
    Country(221, 0x0200, 0x388), Country(222, 0x0100, 0x11c), Country(223, 0x0100, 0x3f4),
    Country(224, 0x0300, 0x0c8), Country(225, 0x0400, 0x005), Country(226, 0x0100, 0x0f5),
    Country(227, 0x0100, 0x385), Country(228, 0x0100, 0x284), Country(229, 0x0400, 0x001),
    Country(230, 0x0580, 0x1fc), Country(231, 0x0380, 0x1fc), Country(232, 0x0100, 0x3cc),
    Country(233, 0x0300, 0x12c), Country(234, 0x1c00, 0x384), Country(235, 0x0100, 0x3cc),
    Country(236, 0x0100, 0x1c4), Country(237, 0x0300, 0x144), Country(238, 0x0080, 0x33c),
    Country(239, 0x0080, 0x204), Country(240, 0x0200, 0x32c), Country(241, 0x0180, 0x0ff),
    Country(242, 0x0200, 0x105), Country(243, 0x0780, 0x37e), Country(244, 0x0200, 0x204),
    Country(245, 0x0280, 0x210), Country(246, 0x0080, 0x008), Country(247, 0x0060, 0x3ff),
    Country(248, 0x0080, 0x354), Country(249, 0x0200, 0x202), Country(250, 0x0300, 0x385),
    Country(251, 0x0200, 0x3be), Country(252, 0x03c0, 0x3fe), Country(253, 0x0100, 0x084),
    Country(254, 0x0780, 0x3f6), Country(255, 0x0200, 0x3d4), Country(256, 0x0200, 0x39c),
    Country(257, 0x0100, 0x0cc), Country(258, 0x0300, 0x104), Country(260, 0x0200, 0x3e4),
    Country(261, 0x0200, 0x00c), Country(262, 0x0200, 0x3c4), Country(263, 0x0680, 0x1ec),
    Country(264, 0x0300, 0x140), Country(265, 0x0280, 0x38e), Country(266, 0x0100, 0x164),
    Country(267, 0x0580, 0x3fd), Country(268, 0x0300, 0x28d), Country(269, 0x0080, 0x198),
    Country(290, 0x0030, 0x364), Country(291, 0x0080, 0x182), Country(297, 0x0080, 0x3e4),
    Country(298, 0x0040, 0x3fc), Country(299, 0x0040, 0x3fe), Country(350, 0x0100, 0x064),
    Country(351, 0x0200, 0x3ce), Country(352, 0x0ff0, 0x3fc), Country(353, 0x0780, 0x3f6),
    Country(354, 0x0280, 0x3f8), Country(355, 0x03c0, 0x3fc), Country(356, 0x0100, 0x3ac),
    Country(357, 0x0100, 0x3a4), Country(358, 0x1fe0, 0x3fe), Country(359, 0x03c0, 0x3fc),
    Country(370, 0x0100, 0x3f8), Country(371, 0x0100, 0x344), Country(372, 0x0580, 0x3f8),
    Country(373, 0x0100, 0x3ec), Country(374, 0x0100, 0x3fe), Country(375, 0x0fc0, 0x31e),
    Country(376, 0x0340, 0x3ea), Country(377, 0x0300, 0x3d8), Country(378, 0x0540, 0x0e1),
    Country(381, 0x1fc0, 0x3ce), Country(382, 0x0300, 0x3fc), Country(383, 0x1f00, 0x31c),
    Country(385, 0x0380, 0x3fe), Country(386, 0x01e0, 0x3fe), Country(387, 0x0300, 0x3f8),
    Country(389, 0x0100, 0x1bc), Country(420, 0x1e00, 0x3fc), Country(421, 0x02c0, 0x37c),
    Country(423, 0x0280, 0x3cc), Country(500, 0x0020, 0x0fc), Country(501, 0x0880, 0x1fd),
    Country(502, 0x0900, 0x1fe), Country(503, 0x0980, 0x3e4), Country(504, 0x0900, 0x38c),
    Country(505, 0x0100, 0x1e6), Country(506, 0x0500, 0x3fc), Country(507, 0x0580, 0x3fe),
    Country(508, 0x0240, 0x3fc), Country(509, 0x0100, 0x33c), Country(590, 0x0200, 0x3e0),
    Country(591, 0x0300, 0x1fc), Country(592, 0x0080, 0x3fc), Country(593, 0x0f00, 0x2fe),
    Country(594, 0x0200, 0x3e0), Country(595, 0x0fc0, 0x3fc), Country(596, 0x0200, 0x3e0),
    Country(597, 0x00c0, 0x3fc), Country(598, 0x1ff0, 0x317), Country(599, 0x0180, 0x2d8),
    Country(670, 0x0180, 0x39c), Country(672, 0x0040, 0x00a), Country(673, 0x0080, 0x1bc),
    Country(674, 0x0080, 0x3f4), Country(675, 0x0180, 0x3fe), Country(676, 0x00a0, 0x3fd),
    Country(677, 0x00a0, 0x3fe), Country(678, 0x00a0, 0x3bc), Country(679, 0x0880, 0x3fd),
    Country(680, 0x0080, 0x3fc), Country(681, 0x0240, 0x390), Country(682, 0x0020, 0x1bc),
    Country(683, 0x0090, 0x1f0), Country(685, 0x04e0, 0x1fc), Country(686, 0x0120, 0x1fc),
    Country(687, 0x0040, 0x3bd), Country(688, 0x00e0, 0x284), Country(689, 0x0340, 0x110),
    Country(690, 0x00f0, 0x09c), Country(691, 0x0080, 0x308), Country(692, 0x0080, 0x07c),
    Country(800, 0x0100, 0x3ff), Country(808, 0x0100, 0x3fe), Country(850, 0x0500, 0x1fe),
    Country(852, 0x0be0, 0x3fc), Country(853, 0x0180, 0x145), Country(855, 0x0700, 0x3fe),
    Country(856, 0x0700, 0x1fc), Country(870, 0x1200, 0x0ec), Country(878, 0x1000, 0x002),
    Country(880, 0x07c0, 0x3fe), Country(881, 0x0600, 0x3cf), Country(882, 0x1f80, 0x23e),
    Country(883, 0x1f00, 0x03e), Country(886, 0x0f80, 0x3fc), Country(888, 0x0800, 0x3ff),
    Country(960, 0x0480, 0x3d8), Country(961, 0x0180, 0x3fe), Country(962, 0x0300, 0x3fc),
    Country(963, 0x0300, 0x23e), Country(964, 0x0700, 0x0fe), Country(965, 0x0180, 0x276),
    Country(966, 0x0600, 0x322), Country(967, 0x0380, 0x0fe), Country(968, 0x0380, 0x3a6),
    Country(970, 0x0700, 0x336), Country(971, 0x1fe0, 0x3fc), Country(972, 0x1f80, 0x3be),
    Country(973, 0x0100, 0x3ca), Country(974, 0x0b80, 0x1fd), Country(975, 0x0180, 0x1fe),
    Country(976, 0x0700, 0x3e6), Country(977, 0x0d00, 0x3fe), Country(979, 0x0200, 0x22a),
    Country(992, 0x0200, 0x3ff), Country(993, 0x0100, 0x0fe), Country(994, 0x0200, 0x3fe),
    Country(995, 0x0200, 0x1b8), Country(998, 0x0200, 0x3ec),
];
