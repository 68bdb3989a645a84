package waste

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// The codes of findings.
const (
	FindingShortHistory  = "landfill-history-short"     // decay starts cold: deposits before the first are missing
	FindingProjected     = "deposits-projected"         // of years to come
	FindingFirstYearLost = "decay-of-first-year-left"   // by the timing EarlierDeposits
	FindingClamped       = "recovery-above-generation"  // the emission is taken as 0
	FindingKETSRecovery  = "generation-raised-by-k-ets" // to recovery / 0.75
	FindingUsed          = "gas-used-for-energy"        // reported in the energy sector

	FindingPartsOnly      = "waste-parts-incomplete" // parts of what is burnt are not all of it
	FindingOfEnergySector = "waste-burnt-for-energy" // reported in the energy sector, IE in waste
)

// mostHistory is how many years of deposits the IPCC asks for, where the opening is not known.
const mostHistory = 50

var (
	shortHistory = words.Term{
		En: "deposits start in %d, %d years before the year: those before are missing, and their methane with them; " +
			"the IPCC asks for 50 years, or state when the landfill opened",
		Ko: "매립량이 %d년부터 있어 산정연도 전 %d년치뿐이고, 그 이전 매립분의 메탄이 빠집니다. " +
			"IPCC는 50년을 요구하며, 그보다 늦게 열었다면 매립 시작연도를 밝혀야 합니다"}
	lateHistory = words.Term{
		En: "the landfill opened in %d, and deposits are stated from %d on: the methane of those before is missing",
		Ko: "%d년에 매립을 시작했으나 매립량은 %d년부터 있어 그 이전 매립분의 메탄이 빠집니다"}
	projectedDeposits = words.Term{En: "deposits of %s are projected", Ko: "전망 매립량을 쓴 연도: %s"}
	firstYearLost     = words.Term{
		En: "what decays within the year of deposit is in no year by this timing; " +
			"deposits up to the year itself are counted by waste.DepositYear",
		Ko: "이 시점 규칙에서는 매립한 해의 분해분이 어느 해에도 들어가지 않습니다. 당해 매립량까지 세려면 waste.DepositYear를 써야 합니다"}
	clampedTo0 = words.Term{
		En: "%s t of CH4 was recovered, more than the %s t generated: the emission is taken as 0",
		Ko: "메탄 회수량 %s t이 발생량 %s t보다 커서 배출량을 0으로 두었습니다"}
	raised = words.Term{
		En: "%s t of CH4 was recovered, above 75 %% of the %s t generated: generation is taken as %s t",
		Ko: "메탄 회수량 %s t이 발생량 %s t의 75%%를 넘어 발생량을 %s t으로 두었습니다"}
	usedGas = words.Term{
		En: "%s t of CH4 was used for energy: CH4 and N2O of its combustion, and biogenic CO2, belong to the energy sector (GPC I.4.1, I.4.4)",
		Ko: "메탄 %s t을 에너지로 이용했습니다. 그 연소의 CH4와 N2O, 생물기원 CO2는 에너지 부문(GPC I.4.1, I.4.4)에서 산정합니다"}
)

var (
	notAllParts = words.Term{
		En: "the parts of the waste are %s t of %s t: the rest is taken to have no fossil carbon, and its biogenic CO2 is in no memo",
		Ko: "폐기물 성분의 합이 %[2]s t 가운데 %[1]s t입니다. 나머지는 화석탄소가 없는 것으로 보며 그 생물기원 CO2는 별도 보고에 들지 않습니다"}
	ofEnergySector = words.Term{
		En: "its energy is used: the emissions are of the energy sector (GPC I.4.4 where it supplies the grid), and IE in waste (waste.Records)",
		Ko: "소각열을 이용하므로 배출량은 에너지 부문(계통에 공급하면 GPC I.4.4)에 속하고 폐기물 부문은 IE입니다(waste.Records)"}
)

// shown is a mass in a sentence, to the gram.
func shown(t decimal.Decimal) string { return t.Round(6).String() }

func clamped(recovered, generated decimal.Decimal) ghg.Finding {
	return ghg.Finding{Code: FindingClamped, Severity: ghg.Serious, Stated: shown(recovered), Found: shown(generated)}.
		Said(clampedTo0, shown(recovered), shown(generated))
}

func ketsApplied(recovered, generated, taken decimal.Decimal) ghg.Finding {
	return ghg.Finding{Code: FindingKETSRecovery, Severity: ghg.Warning, Stated: shown(generated), Found: shown(taken)}.
		Said(raised, shown(recovered), shown(generated), shown(taken))
}

func usedForEnergy(t decimal.Decimal) ghg.Finding {
	return ghg.Finding{Code: FindingUsed, Severity: ghg.Note, Stated: shown(t)}.Said(usedGas, shown(t))
}

func partsOnly(parts, all decimal.Decimal) ghg.Finding {
	return ghg.Finding{Code: FindingPartsOnly, Severity: ghg.Note, Stated: shown(parts), Found: shown(all)}.
		Said(notAllParts, shown(parts), shown(all))
}

// remarks are what is to be said of the deposits.
func (d *decay) remarks() {
	w, l := d.w, d.l
	switch years := l.Year - d.from; {
	case l.Opened != 0 && l.Opened < d.from:
		w.Remark(ghg.Finding{Code: FindingShortHistory, Severity: ghg.Serious, Stated: strconv.Itoa(l.Opened), Found: strconv.Itoa(d.from)}.
			Said(lateHistory, l.Opened, d.from))
	case l.Opened == 0 && years < mostHistory:
		w.Remark(ghg.Finding{Code: FindingShortHistory, Severity: ghg.Warning, Found: strconv.Itoa(d.from)}.Said(shortHistory, d.from, years))
	}
	if l.Timing == EarlierDeposits {
		w.Remark(ghg.Finding{Code: FindingFirstYearLost, Severity: ghg.Note}.Said(firstYearLost))
	}
	var projected []int
	for _, s := range l.Streams {
		for of := range s.Deposits.All() {
			if of.Status == ghg.Projected && (of.Year < l.Year || of.Year == l.Year && l.Timing.countsYear()) {
				projected = append(projected, of.Year)
			}
		}
	}
	if len(projected) > 0 {
		spans := words.Spans(projected)
		w.Remark(ghg.Finding{Code: FindingProjected, Severity: ghg.Note, Stated: spans.En}.Said(projectedDeposits, spans))
	}
}
