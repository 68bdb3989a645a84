package strategy

// BudgetLine is money that is set aside for an action in a year, from one
// source of funds.
type BudgetLine struct {
	Year  int   `json:"year"`
	Funds Funds `json:"funds"`
	Money Money `json:"money"`
}

// Funds is who pays: whose money it is. The tier of a government is that of
// [GovernanceLevel], whatever it is called: a metropolitan city's 시비 is provincial, a
// municipality's is municipal, and 구비 is municipal everywhere. The zero Funds is refused.
type Funds uint8

// The sources of funds.
const (
	NationalFunds   Funds = iota + 1 // 국비
	ProvincialFunds                  // 시·도비: of a province or metropolitan city
	MunicipalFunds                   // 시·군·구비: of a municipality, such as an autonomous district
	LocalFunds                       // 지방비: of both, where a document does not divide it
	EarmarkedFunds                   // 기금: of a fund that is kept apart from the budget
	PrivateFunds                     // 민간: of households and firms, where a document does not divide it
	HouseholdFunds                   // 가계
	BusinessFunds                    // 기업
	CreditRevenue                    // what credits and allowances bring in
)

var (
	funds = []string{"no source of funds",
		"national", "provincial", "municipal", "local", "earmarked", "private", "household", "business", "credit revenue"}
	fundsKo = []string{"", "국비", "시·도비", "시·군·구비", "지방비", "기금", "민간", "가계", "기업", "크레딧 수입"}
)

// String is the source of funds in small letters.
func (f Funds) String() string { return word("source of funds", funds, uint8(f)) }

// MarshalText writes what String says.
func (f Funds) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what String says of a source that is one.
func (f *Funds) UnmarshalText(text []byte) error {
	return readWord(f, "source of funds", funds, 1, text)
}

// Korean is the source of funds in Korean, as budgets write it; "" of none. That of credit
// revenue is own wording.
func (f Funds) Korean() string {
	if !f.Valid() {
		return ""
	}
	return fundsKo[f]
}

// Valid reports whether the source is one of those above.
func (f Funds) Valid() bool { return f > 0 && int(f) < len(funds) }
