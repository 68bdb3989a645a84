package netzero

import "github.com/localghg/localghg/ghg/words"

// What is said of balances and of annual rates.
var because = struct {
	residual, balance, exceeded, removals, notYet, notActual, gaps, noLevel, noBase, twoViews, atOrAbove, below, noRate, first words.Term
}{
	residual: words.Term{En: "%s of the base is still emitted, where %s is allowed", Ko: "기준배출량의 %s가 남아 있음(허용: %s)"},
	balance:  words.Term{En: "the balance is %s", Ko: "순배출량 %s"},
	exceeded: words.Term{En: ", but %s of the base is still emitted, above the limit: what can be cut is not residual",
		Ko: ". 다만 기준배출량의 %s가 남아 있어 한도를 넘음: 줄일 수 있는 배출은 잔여배출이 아님"},
	removals: words.Term{En: "the removals are %s: only actual ones support a claim", Ko: "흡수량이 %s값임: 확정값만 근거가 됨"},
	notYet: words.Term{En: "the figure is of %d, and the claim is for %d: it shows where the place stands, and no more",
		Ko: "%d년 수치이며 주장은 %d년부터임: 현재 위치만 보여 줌"},
	notActual: words.Term{En: "the figure is %s: only an actual one supports a claim", Ko: "%s값임: 확정값만 근거가 됨"},
	gaps:      words.Term{En: "the figure has %s: what is missing is not 0", Ko: "배출원 %s이(가) 빠져 있음: 빠진 것은 0이 아님"},
	noLevel: words.Term{En: "the target sets no level for its due year, so its rate is not known",
		Ko: "목표연도의 배출량이 정해지지 않아 연간 감축률을 알 수 없음"},
	noBase: words.Term{En: "the target states no base above zero to cut from", Ko: "목표에 0보다 큰 기준배출량이 없음"},
	twoViews: words.Term{En: "the base is measured in %s and the levels in %s: " +
		"a cut from one to the other is the cut of neither; state the target in one view",
		Ko: "기준배출량의 집계범위는 ‘%s’, 목표는 ‘%s’임: 어느 집계범위의 감축률도 아니므로 한 집계범위로 목표를 세워야 함"},
	atOrAbove: words.Term{En: "the %s, %s, is at or above the threshold of %s", Ko: "%s %s: 기준(%s) 이상"},
	below:     words.Term{En: "the %s, %s, is below the threshold of %s", Ko: "%s %s: 기준(%s) 미만"},
	noRate: words.Term{En: "a level of zero or below needs more than any compound rate, such as %s",
		Ko: "목표배출량이 0 이하이면 어떤 복리 감축률로도 이를 수 없음(예: %s)"},
	first: words.Term{En: "; it is that to %d, the first level", Ko: "(첫 목표인 %d년까지)"},
}

// says sets the reason.
func (c *Check) says(t words.Term) { c.Reason, c.ReasonKo = t.En, t.Ko }

// adds puts more behind the reason, where there is more.
func (c *Check) adds(separator string, more words.Term) {
	if more.En != "" {
		c.Reason, c.ReasonKo = c.Reason+separator+more.En, c.ReasonKo+separator+more.Ko
	}
}

// untold is the check without a result, for the reason that it has.
func (c Check) untold() Check {
	c.Result = CannotTell
	return c
}
