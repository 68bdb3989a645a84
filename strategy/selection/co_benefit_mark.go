package selection

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// CoBenefitMark is the mark of an action's co-benefits, for a
// [github.com/localghg/localghg/ghg/rank.JointEvaluation] of marks: the mean of (score +
// 2)/4, so that much worse is 0, no change 50 % and much better 100 %. It is
// rounded once to 12 decimal places. Without co-benefits ok is false: the mark is
// missing. They are never tonnes.
func CoBenefitMark(all []strategy.CoBenefit) (mark ghg.Share, ok bool, err error) {
	var sum int64
	var faults ghg.Faults
	for _, b := range all {
		if !b.ValidScore() {
			faults.Refuse("co-benefit "+words.Quote(b.Key), "score", strconv.Itoa(b.Score), "-2 to 2 is allowed")
		}
		sum += int64(b.Score) + 2
	}
	if err := faults.Err(); err != nil || len(all) == 0 {
		return ghg.Share{}, false, err
	}
	mean, err := exact.Quotient(decimal.NewFromInt(sum), decimal.NewFromInt(4*int64(len(all))), ghg.RatioPlaces)
	if err != nil {
		return ghg.Share{}, false, fmt.Errorf("co-benefits: %w", err)
	}
	mark, err = ghg.NewShare(mean)
	return mark, err == nil, err
}
