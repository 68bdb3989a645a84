package target

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A decision that was made otherwise than its conditions come to is stated as it was made,
// so that replay names the case.
func TestDecidedStatesWhatWasMade(t *testing.T) {
	s := newSheet(words.Term{En: "a", Ko: "가"}, ghg.AR5)
	s.year("x", what.year, 3)
	s.Decided("status", judged.status, []derivation.Case{
		{Name: "ahead", What: judged.status, If: "x ≥ 3", Holds: true},
		{Name: "behind", What: judged.status, If: "x ≥ 2", Holds: true},
		{Name: "off", What: judged.status, Holds: true}}...).As("behind")
	d, err := derivation.New(s.Definition)
	require.NoError(t, err)
	require.Len(t, d.Replay(), 1)
	assert.Equal(t, "status[ahead] = does not hold, and replayed holds", d.Replay()[0].String())
}

func TestReasons(t *testing.T) {
	for en, ko := range map[string]string{
		"the series in gross has no figure for 2021":              "2021년 수치 없음(집계범위: gross)",
		"no year has passed since the base year 2018":             "기준연도 2018년 이후 경과한 연도 없음",
		"the goal states no base year":                            "목표에 기준연도 없음",
		"5 t is not above 0: of such an amount no share is taken": "비율의 기준이 되는 양이 0 이하",
		"the moon is full":                                        undefinedKo,
	} {
		assert.Equal(t, words.Term{En: en, Ko: ko}, reason(en))
	}
}
