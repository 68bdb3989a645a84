package strategy

// BudgetLine is money that is set aside for an action in a year, from one
// source of funds.
type BudgetLine struct {
	Year  int
	Funds Funds
	Money Money
}

// Funds is where money comes from. The zero Funds is refused.
type Funds uint8

// The sources of funds: 국비, 시·도비, 시·군·구비, 민간, and what credits and
// allowances bring in.
const (
	NationalFunds Funds = iota + 1
	ProvincialFunds
	CityFunds
	PrivateFunds
	CreditRevenue
)

var funds = []string{"no source of funds", "national", "provincial", "city", "private", "credit revenue"}

// String is the source of funds in small letters.
func (f Funds) String() string { return word("source of funds", funds, uint8(f)) }

// Valid reports whether the source is one of those above.
func (f Funds) Valid() bool { return f > 0 && int(f) < len(funds) }
