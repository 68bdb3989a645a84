package waste

import "github.com/localghg/localghg/ghg/words"

// Timing is when the waste of a year begins to decay, which moves methane by up to a year.
// The values 7 to 13 are the start month M of the IPCC, counted from January of the year of
// deposit: a delay of M - 7 months after 1 July, when waste is deposited on average.
type Timing uint8

// The timings that have a name.
const (
	DepositYear     Timing = 1  // 1 January of the year of deposit: GPC 8.2 up to the year itself, and the tool of the CDM
	EarlierDeposits Timing = 2  // the same without the deposits of the year itself
	NextJanuary     Timing = 13 // 1 January of the year after: default of the IPCC, a delay of 6 months
)

func (t Timing) valid() bool {
	return t == DepositYear || t == EarlierDeposits || t >= 7 && t <= NextJanuary
}

var (
	notStated    = words.Term{En: "not stated", Ko: "미기재"}
	fromDeposit  = words.Term{En: "from January of the year of deposit", Ko: "매립한 해 1월부터"}
	ofEarlier    = words.Term{En: "from January of the year of deposit, of earlier deposits", Ko: "매립한 해 1월부터, 전년까지의 매립량"}
	fromNextYear = words.Term{En: "from January of the year after deposit (M = 13)", Ko: "매립 이듬해 1월부터(M = 13)"}
	fromMonth    = words.Term{En: "from start month M = %d", Ko: "시작월 M = %d부터"}
)

func (t Timing) term() words.Term {
	switch {
	case !t.valid():
		return notStated
	case t == DepositYear:
		return fromDeposit
	case t == EarlierDeposits:
		return ofEarlier
	case t == NextJanuary:
		return fromNextYear
	}
	return fromMonth.With(int(t))
}

// String is the timing in English.
func (t Timing) String() string { return t.term().En }

// Korean is the timing in Korean.
func (t Timing) Korean() string { return t.term().Ko }

// MarshalText writes the timing in English.
func (t Timing) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// countsYear reports whether the deposit of a year decays within it.
func (t Timing) countsYear() bool { return t != NextJanuary && t != EarlierDeposits }

// months are those of the year of deposit in which its waste decays, of a start month.
func (t Timing) months() int64 { return 13 - int64(t) }

// MethaneRatio is how much CH4 a method makes of carbon: part of the method, and no constant
// of nature.
type MethaneRatio uint8

// The ratios in use.
const (
	WholeWeights  MethaneRatio = iota + 1 // 16/12: IPCC, GPC
	AtomicWeights                         // 1.336, for 16.043/12.011: guideline of the Korean trading scheme
)

var ratioNames = [...]words.Term{notStated, {En: "16/12", Ko: "16/12"}, {En: "1.336", Ko: "1.336"}}

func (r MethaneRatio) term() words.Term {
	if int(r) >= len(ratioNames) {
		return notStated
	}
	return ratioNames[r]
}

// String is the ratio: "16/12".
func (r MethaneRatio) String() string { return r.term().En }

// Korean is the ratio in Korean.
func (r MethaneRatio) Korean() string { return r.term().Ko }

// MarshalText writes the ratio.
func (r MethaneRatio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Excess is what is done where more methane was recovered than is generated.
type Excess uint8

// The treatments. The first is that of a landfill that states none.
const (
	RefuseExcess Excess = iota // it is refused: deposits, k or the meter are wrong
	ClampExcess                // the emission is 0, and a finding says so
	// KETSRecovery is the rule of the Korean trading scheme: where more than 75 % of what is
	// generated was recovered, what is generated is taken as recovery / 0.75.
	KETSRecovery
)

var excessNames = [...]words.Term{
	{En: "recovery above generation is refused", Ko: "발생량을 넘는 회수량 거부"},
	{En: "recovery above generation leaves 0", Ko: "발생량을 넘는 회수량은 배출량 0"},
	{En: "generation is at least recovery / 0.75 (K-ETS)", Ko: "발생량은 회수량/0.75 이상(배출권거래제)"},
}

func (e Excess) valid() bool { return int(e) < len(excessNames) }

func (e Excess) term() words.Term {
	if !e.valid() {
		return notStated
	}
	return excessNames[e]
}

// String is the treatment in English.
func (e Excess) String() string { return e.term().En }

// Korean is the treatment in Korean.
func (e Excess) Korean() string { return e.term().Ko }

// MarshalText writes the treatment in English.
func (e Excess) MarshalText() ([]byte, error) { return []byte(e.String()), nil }
