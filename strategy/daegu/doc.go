// Package daegu holds the climate framework that one city published, as data
// and as the pattern for others: the eight areas (8G) of the strategy of
// Daegu Metropolitan City, Korea, of December 2021, its targets, its actions,
// and its figures with their sources.
//
// # What is published
//
// The base-year emissions of 2018 exist twice: 9.43 Mt in the strategy of
// December 2021, with industry, and 8.97 Mt in the strategy of December 2022.
// The sources do not say what differs, nor the metric of their CO2e. So each
// has a declared view of its own, [View2021] and [View2022], the metric is
// [ghg.Unstated], and [Target2021] and [Target2022] never meet: 45 % less by
// 2030 allows 5.1865 Mt on the one and 4.9335 Mt on the other.
//
// Two plans came before, each on a basis of its own, and [Plans] is all of them as
// one history: 5 % less by 2020 than the 9.396 Mt of 2005, which are CO2 alone; 30 %
// less by 2030 than a forecast of 12.605 Mt, which has no industry in it. No two of
// them can be compared, and what became of 9.43 Mt has no stated cause.
//
// Most actions were published without numbers. They are in [Actions] all the
// same, without effects. Of those with numbers, rooftop solar is an expected
// reduction, and Carbon Reduction 1110 a potential: what all people cut if each
// cuts one tonne. The two are never added.
//
// # What is own mapping
//
// The sources name no category of emissions. Where one can be told from the
// action, the effect has a category of GPC 1.1, and its Confidence says "own
// mapping". Carbon Reduction 1110 cuts in many categories that are not known:
// its source has an end use in words only. Codes of areas, IDs, and most
// English names are own too; the tables in data/ say which.
//
// # Another city
//
// Copy the package, replace the three tables, and keep their headers: areas,
// actions and figures are data, and no number stands in the code.
package daegu
