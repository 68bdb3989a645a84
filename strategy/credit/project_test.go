package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// Nothing is issued for days after the crediting period.
func ExampleAccount_Issue() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2028", "2028", "100000")))
	_, err := a.Issue(issuance("2028", 78510, 2029))
	fmt.Println(err)
	// Output:
	// issuance of batch "2028", days monitored "2028-01-01 to 2028-12-31": the crediting period is 2007-08-21 to 2028-08-20: nothing is issued for days outside it
}

// Certified emission reductions of the CDM have no offset of the Korean scheme;
// credits of a Korean offset project become Korean credit units.
func ExampleProgramme() {
	ets := must(credit.NewTradingAccount(facilities()))
	for _, programme := range []credit.Programme{{Name: "CDM CER"}, {Name: "KOC", OffsetName: "KCU"}} {
		p := bangcheonri()
		p.Programme = programme
		a := must(must(credit.NewAccount(p)).Verify(verification("2019", "2019", "260000")))
		a = must(a.Issue(issuance("2019", 204126, 2020)))
		_, into, err := a.Convert("2019", 7300, day(2021, 1, 4), ets)
		fmt.Println(into.Offsets(), err)
	}
	// Output:
	// 0 offsets conversion of CDM CER credits by "대구광역시 환경기초시설", programme "CDM CER": it has no offset that its credits convert to
	// 7300 offsets <nil>
}

// Whoever owns the rest of the units is named.
func ExampleProject() {
	p := credit.Project{ID: "성서 소각열", Place: "daegu", Programme: credit.Programme{Name: "KOC", OffsetName: "KCU"}, Methodology: "폐열 이용",
		Crediting: period("2022-03-01/2032-02-29"), Metric: ghg.SAR, Own: ghg.MustShare("64%")}
	_, err := credit.NewAccount(p)
	fmt.Println(err)
	p.Partner = "열병합 사업자"
	a, err := credit.NewAccount(p)
	fmt.Println(a.Project().Own, "of", a.Project().ID, err)
	// Output:
	// project "성서 소각열", partner: a name is needed where the own share is below 100%, and none where it is not; it is 64%
	// 64% of 성서 소각열 <nil>
}
