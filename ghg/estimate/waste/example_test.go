package waste_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/words"
)

// deposited are the tonnes of some years, the last of which are projected.
func deposited(first, projected int, tonnes ...string) ghg.Years[ghg.Quantity] {
	var years []ghg.OfYear[ghg.Quantity]
	for i, t := range tonnes {
		y := ghg.OfYear[ghg.Quantity]{Year: first + i, Value: ghg.MustQuantity(t + " t"), Source: "weighbridge"}
		if y.Year >= projected {
			y.Status, y.Source = ghg.Projected, "waste plan"
		}
		years = append(years, y)
	}
	series, err := ghg.NewYears("deposits", "", nil, years...)
	if err != nil {
		log.Fatal(err)
	}
	return series
}

// published is a default of the IPCC of 2006.
func published(item, condition, parameter string) estimate.Parameter {
	p, err := waste.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: item, Condition: condition, Parameter: parameter})
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// landfill is one with food waste until 2019 and paper, opened in 2018.
func landfill(year int) waste.Landfill {
	const wet = "boreal/temperate wet (MAP/PET>1)"
	material := func(en, ko, doc string) waste.Material {
		return waste.Material{Name: words.Term{En: en, Ko: ko}, DOC: published(doc, "", "DOC wet"), DOCf: published("DOCf", "all", "DOCf"),
			MCF: published("managed anaerobic", "", "MCF")}
	}
	return waste.Landfill{
		Edition: estimate.IPCC2006, Timing: waste.NextJanuary, Ratio: waste.WholeWeights,
		Streams: []waste.Stream{
			{Material: material("food", "음식물", "Food waste"), K: published("food/sewage sludge", wet, "k"),
				Deposits: deposited(2018, 2025, "1200", "900"), Ended: 2019},
			{Material: material("paper", "종이", "Paper/cardboard"), K: published("paper/textiles", wet, "k"),
				Deposits: deposited(2018, 2021, "500", "480", "470", "460", "450")},
		},
		F: published("F", "all", "F"), OX: published("managed, covered with CH4-oxidising material", "soil, compost", "OX"),
		Opened: 2018, Year: year,
	}
}

// Methane that a landfill emitted in 2020, by the defaults of the IPCC.
func ExampleLandfill() {
	e, err := estimate.Of(landfill(2020))
	if err != nil {
		log.Fatal(err)
	}
	total, _ := e.CO2e(ghg.AR5)
	fmt.Println(total.Format(ghg.Tonne, 1))
	fmt.Println(e.Explain())
	// Output:
	// 589.8 tCO2e (AR5)
	// methane of landfills = 21.06526265515929075282941 t CH4
	//   M_CH4           = 16 t CH4/kmol   # molar mass of CH4; source: 16/12
	//   M_C             = 12 t C/kmol   # molar mass of C; source: 16/12
	//   F               = 0.5   # share of CH4 in landfill gas, by volume; source: default: IPCC2006 V5 Ch3
	//   OX              = 0.1   # share oxidised in the cover; source: default: IPCC2006 V5 Ch3 T3.2
	//   DOC_1_stated    = 15 %   # degradable organic carbon, food, as stated; source: default: IPCC2006 V5 Ch2 T2.4
	//   DOC_1_per       = 0.01 t C/t/%   # conversion of units
	//   DOC_1           = DOC_1_stated × DOC_1_per = 15 × 0.01 = 0.15 t C/t   # degradable organic carbon, food
	//   DOCf_1          = 0.5   # share of it that decays, food; source: default: IPCC2006 V5 Ch3 3.2.3; T3.5
	//   MCF_1           = 1   # methane correction factor, food; source: default: IPCC2006 V5 Ch3 T3.1/T3.5
	//   k_1             = 0.185 1/yr   # rate of decay, food; source: default: IPCC2006 V5 Ch3 T3.3 (MAT<=20C = temperate)
	//   Decay_1         = exp(-k_1) = exp(-0.185) = 0.831104283852125659078586306226   # what a year leaves, e^-k, food; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   W_1[y]   # waste deposited, food
	//   H_1[y] = W_1[y] × DOC_1 × DOCf_1 × MCF_1 + H_1[y - 1] × Decay_1   # carbon left that decays, at the end of the year, food; by: IPCC 2006 V5 Ch3, eq. 3.1
	//       y     W_1 [t]  H_1 [t C]
	//       2018  1200     90                            weighbridge
	//       2019  900      142.299385546691309317072768  weighbridge
	//       2020  0        118.265628917380401347749173  deposits ended in 2019
	//   DOC_2_stated    = 40 %   # degradable organic carbon, paper, as stated; source: default: IPCC2006 V5 Ch2 T2.4
	//   DOC_2_per       = 0.01 t C/t/%   # conversion of units
	//   DOC_2           = DOC_2_stated × DOC_2_per = 40 × 0.01 = 0.4 t C/t   # degradable organic carbon, paper
	//   DOCf_2          = 0.5   # share of it that decays, paper; source: default: IPCC2006 V5 Ch3 3.2.3; T3.5
	//   MCF_2           = 1   # methane correction factor, paper; source: default: IPCC2006 V5 Ch3 T3.1/T3.5
	//   k_2             = 0.06 1/yr   # rate of decay, paper; source: default: IPCC2006 V5 Ch3 T3.3 (MAT<=20C = temperate)
	//   Decay_2         = exp(-k_2) = exp(-0.06) = 0.941764533584248709537152783271   # what a year leaves, e^-k, paper; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   W_2[y]   # waste deposited, paper
	//   H_2[y] = W_2[y] × DOC_2 × DOCf_2 × MCF_2 + H_2[y - 1] × Decay_2   # carbon left that decays, at the end of the year, paper; by: IPCC 2006 V5 Ch3, eq. 3.1
	//       y     W_2 [t]  H_2 [t C]
	//       2018  500      100                           weighbridge
	//       2019  480      190.176453358424870953715278  weighbridge
	//       2020  470      273.10143889580362766832319   weighbridge
	//   Decomposed_1    = H_1[2019] × (1 - Decay_1) = 142.299385546691309317072768 × (1 - 0.831104283852125659078586306226) = 24.033756629310907969323595182807261961961520524026546432 t C   # carbon decomposed, food; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   CH4_1_generated = Decomposed_1 × F × M_CH4 / M_C = 24.033756629310907969323595182807261961961520524026546432 × 0.5 × 16 / 12 = 16.022504419540605312882397 t CH4   # CH4 generated, food; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   Decomposed_2    = H_2[2019] × (1 - Decay_2) = 190.176453358424870953715278 × (1 - 0.941764533584248709537152783271) = 11.075014462621243285392088237079641285586732204224485662 t C   # carbon decomposed, paper; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   CH4_2_generated = Decomposed_2 × F × M_CH4 / M_C = 11.075014462621243285392088237079641285586732204224485662 × 0.5 × 16 / 12 = 7.383342975080828856928059 t CH4   # CH4 generated, paper; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   Generated       = CH4_1_generated + CH4_2_generated = 16.022504419540605312882397 + 7.383342975080828856928059 = 23.405847394621434169810456 t CH4   # CH4 generated, all streams; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   Stored          = W_1[2020] × DOC_1 × (1 - DOCf_1) × MCF_1 + W_2[2020] × DOC_2 × (1 - DOCf_2) × MCF_2 = 0 × 0.15 × (1 - 0.5) × 1 + 470 × 0.4 × (1 - 0.5) × 1 = 94 t C   # carbon stored for long, of the year's deposits; by: IPCC 2006 V5 Ch3, eq. 3.1
	//   R               = 0 t CH4   # CH4 recovered; source: none is stated; 0 is the default (V5 Ch3, 3.2.3)
	//   CH4             = (Generated - R) × (1 - OX) = (23.405847394621434169810456 - 0) × (1 - 0.1) = 21.06526265515929075282941 t CH4   # CH4 emitted; by: IPCC 2006 V5 Ch3, eq. 3.1
	// rounding: to 30 decimal places, half away from zero: Decay_1, Decay_2
	// rounding: to 24 decimal places, half away from zero: H_1, H_2, CH4_1_generated, CH4_2_generated, Stored, CH4
}

// All years at the cost of one, up to years to come: deposits ended or are projected.
func ExampleLandfill_Years() {
	years, err := landfill(2023).Years()
	if err != nil {
		log.Fatal(err)
	}
	for y := range years.All() {
		fmt.Println(y.Year, y.Value.Generated.Format(ghg.Kilogram, 0), y.Value.Emitted.Format(ghg.Kilogram, 0), y.Status)
	}
	y, _ := years.At(2018)
	fmt.Println(y.Value.Stored, "C stored of the deposits of 2018")
	// Output:
	// 2018 0 kg CH4-nonfossil 0 kg CH4-nonfossil actual
	// 2019 14016 kg CH4-nonfossil 12614 kg CH4-nonfossil actual
	// 2020 23406 kg CH4-nonfossil 21065 kg CH4-nonfossil actual
	// 2021 23919 kg CH4-nonfossil 21527 kg CH4-nonfossil projected
	// 2022 24624 kg CH4-nonfossil 22162 kg CH4-nonfossil projected
	// 2023 25460 kg CH4-nonfossil 22914 kg CH4-nonfossil projected
	// 190 t C stored of the deposits of 2018
}

// When decay begins moves methane by up to a year, and which deposits count.
func ExampleTiming() {
	for _, t := range []waste.Timing{waste.NextJanuary, 10, waste.DepositYear, waste.EarlierDeposits} {
		l := landfill(2019)
		l.Timing = t
		e, err := estimate.Of(l)
		if err != nil {
			log.Fatal(err)
		}
		m, _ := e.Mass(ghg.CH4NonFossil)
		fmt.Println(m.Format(ghg.Kilogram, 0), t, "/", t.Korean())
	}
	// Output:
	// 12614 kg CH4-nonfossil from January of the year after deposit (M = 13) / 매립 이듬해 1월부터(M = 13)
	// 14838 kg CH4-nonfossil from start month M = 10 / 시작월 M = 10부터
	// 21065 kg CH4-nonfossil from January of the year of deposit / 매립한 해 1월부터
	// 10871 kg CH4-nonfossil from January of the year of deposit, of earlier deposits / 매립한 해 1월부터, 전년까지의 매립량
}

// Recovered gas is subtracted before oxidation; what was flared leaves biogenic CO2, a memo.
func ExampleRecovery() {
	l := landfill(2020)
	recovered, err := ghg.NewYears("recovery", "", nil, ghg.OfYear[waste.Recovery]{Year: 2020, Source: "operator", Value: waste.Recovery{
		Flared: waste.LandfillGas{Volume: ghg.MustQuantity("10000 Nm3"), Share: estimate.MustParameter("50.14 %", "analysis"),
			Density: estimate.MustParameter("0.7156 kg CH4/Nm3", "K-ETS guideline, 0 °C, 1 atm")},
		Used: waste.LandfillGas{CH4: ghg.MustQuantity("20 t")},
	}})
	if err != nil {
		log.Fatal(err)
	}
	l.Recovered = recovered
	_, err = estimate.Of(l)
	fmt.Println(err)

	l.Excess = waste.KETSRecovery // the rule of a scheme, by its name
	fmt.Println(l.Excess.Korean())
	e, err := estimate.Of(l)
	if err != nil {
		log.Fatal(err)
	}
	for gas, v := range e.All() {
		fmt.Println(gas, v)
	}
	for _, f := range e.Findings().All {
		fmt.Println(f)
	}
	// Output:
	// R[2020] "23.5880184 t CH4": no more than the 23.405847 t CH4 that are generated is accepted: deposits, k or the meter are wrong; what else is to be done is named in Excess (waste.ClampExcess, waste.KETSRecovery)
	// 발생량은 회수량/0.75 이상(배출권거래제)
	// CO2(b) 9.8670506 t CO2(b)
	// CH4-nonfossil 7.07640552 t CH4-nonfossil
	// gas-used-for-energy: 20 t of CH4 was used for energy: CH4 and N2O of its combustion, and biogenic CO2, belong to the energy sector (GPC I.4.1, I.4.4)
	// generation-raised-by-k-ets: 23.588018 t of CH4 was recovered, above 75 % of the 23.405847 t generated: generation is taken as 31.450691 t
}

// The methane commitment of the GPC, of mixed waste by its composition. DOCf is 0.6 there.
func ExampleCommitment() {
	part := func(en, ko, share, doc string) waste.Part {
		return waste.Part{Name: words.Term{En: en, Ko: ko}, Share: estimate.MustParameter(share, "survey of composition, 2022"),
			DOC: estimate.MustParameter(doc, "GPC 1.1, eq. 8.1")}
	}
	e, err := estimate.Of(waste.Commitment{
		Material: waste.Material{
			Name:        words.Term{En: "household waste", Ko: "생활폐기물"},
			Composition: []waste.Part{part("food", "음식물", "40 %", "0.15"), part("paper", "종이", "20 %", "0.40")},
			DOCf:        estimate.MustParameter("0.6", "GPC 1.1, eq. 8.4"), MCF: estimate.MustParameter("1", "GPC 1.1, managed"),
		},
		Waste: ghg.MustQuantity("10000 t"), Source: "weighbridge, 2022",
		Ratio: waste.WholeWeights, F: estimate.MustParameter("0.5", "GPC 1.1, eq. 8.4"),
		Recovered: estimate.MustParameter("30 %", "operator"), OX: estimate.MustParameter("0.1", "GPC 1.1, managed"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Explain())
	// Output:
	// methane commitment of household waste = 352.8 t CH4
	//   MSW            = 10,000 t   # waste deposited; source: weighbridge, 2022
	//   Share_1_stated = 40 %   # share, food, as stated; source: survey of composition, 2022
	//   Share_1_per    = 0.01 /%   # conversion of units
	//   Share_1        = Share_1_stated × Share_1_per = 40 × 0.01 = 0.4   # share, food
	//   DOC_1          = 0.15 t C/t   # degradable organic carbon, food; source: GPC 1.1, eq. 8.1
	//   Share_2_stated = 20 %   # share, paper, as stated; source: survey of composition, 2022
	//   Share_2_per    = 0.01 /%   # conversion of units
	//   Share_2        = Share_2_stated × Share_2_per = 20 × 0.01 = 0.2   # share, paper
	//   DOC_2          = 0.4 t C/t   # degradable organic carbon, paper; source: GPC 1.1, eq. 8.1
	//   DOC            = Share_1 × DOC_1 + Share_2 × DOC_2 = 0.4 × 0.15 + 0.2 × 0.4 = 0.14 t C/t   # degradable organic carbon; by: GPC 1.1, eq. 8.3 and 8.4
	//   DOCf           = 0.6   # share of it that decays; source: GPC 1.1, eq. 8.4
	//   MCF            = 1   # methane correction factor; source: GPC 1.1, managed
	//   F              = 0.5   # share of CH4 in landfill gas, by volume; source: GPC 1.1, eq. 8.4
	//   M_CH4          = 16 t CH4/kmol   # molar mass of CH4; source: 16/12
	//   M_C            = 12 t C/kmol   # molar mass of C; source: 16/12
	//   L0             = MCF × DOC × DOCf × F × M_CH4 / M_C = 1 × 0.14 × 0.6 × 0.5 × 16 / 12 = 0.056 t CH4/t   # methane generation potential (L0); by: GPC 1.1, eq. 8.3 and 8.4
	//   f_rec_stated   = 30 %   # share of the CH4 that is recovered, as stated; source: operator
	//   f_rec_per      = 0.01 /%   # conversion of units
	//   f_rec          = f_rec_stated × f_rec_per = 30 × 0.01 = 0.3   # share of the CH4 that is recovered
	//   OX             = 0.1   # share oxidised in the cover; source: GPC 1.1, managed
	//   CH4            = MSW × (1 - f_rec) × (1 - OX) × MCF × DOC × DOCf × F × M_CH4 / M_C = 10,000 × (1 - 0.3) × (1 - 0.1) × 1 × 0.14 × 0.6 × 0.5 × 16 / 12 = 352.8 t CH4   # CH4 emitted; by: GPC 1.1, eq. 8.3 and 8.4
	// rounding: to 24 decimal places, half away from zero: L0, CH4
}

// What the gas of a landfill holds, by its volume at stated conditions.
func ExampleGas() {
	gas := waste.LandfillGas{Volume: ghg.MustQuantity("49270 천N㎥"), Share: estimate.MustParameter("50.14 %", "operator, 2008"),
		Density: estimate.MustParameter("0.7168 kg CH4/Nm3", "CDM"), Source: "operator, 2008"}
	e, err := estimate.Of(gas)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Mass(ghg.CH4NonFossil))
	total, _ := e.CO2e(ghg.SAR)
	fmt.Println(total)

	gas.Volume = ghg.MustQuantity("49270 천㎥") // at which conditions?
	_, err = estimate.Of(gas)
	fmt.Println(err)
	// Output:
	// 17707.8114304 t CH4-nonfossil true
	// 371864.0400384 tCO2e (SAR)
	// Gas_volume "49270 thousand m3": an amount in thousand m3 does not become one in Nm3: a volume of gas that states its temperature and one that does not are not compared: state it where the source does, as Nm3 or Sm3
}

// The same waste makes a little more methane of carbon by the guideline of the Korean scheme.
func ExampleMethaneRatio() {
	l := landfill(2020)
	for _, r := range []waste.MethaneRatio{waste.WholeWeights, waste.AtomicWeights} {
		l.Ratio = r
		e, err := estimate.Of(l)
		if err != nil {
			log.Fatal(err)
		}
		m, _ := e.Mass(ghg.CH4NonFossil)
		fmt.Println(r.Korean(), m.Format(ghg.Kilogram, 3))
	}
	// Output:
	// 16/12 21065.263 kg CH4-nonfossil
	// 1.336 21107.393 kg CH4-nonfossil
}

// More recovered than generated is refused, or what a landfill names is done, and told.
func ExampleExcess() {
	l := landfill(2020)
	recovered, err := ghg.NewYears("recovery", "", nil, ghg.OfYear[waste.Recovery]{Year: 2020,
		Value: waste.Recovery{Flared: waste.LandfillGas{CH4: ghg.MustQuantity("40 t"), Source: "operator"}}})
	if err != nil {
		log.Fatal(err)
	}
	l.Recovered = recovered
	for _, x := range []waste.Excess{waste.RefuseExcess, waste.ClampExcess} {
		l.Excess = x
		e, err := estimate.Of(l)
		fmt.Println(x)
		fmt.Println(err)
		for _, f := range e.Findings().All {
			fmt.Println(f.Severity, f.Code)
		}
	}
	// Output:
	// recovery above generation is refused
	// R[2020] "40 t CH4": no more than the 23.405847 t CH4 that are generated is accepted: deposits, k or the meter are wrong; what else is to be done is named in Excess (waste.ClampExcess, waste.KETSRecovery)
	// recovery above generation leaves 0
	// <nil>
	// serious recovery-above-generation
}
