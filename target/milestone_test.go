package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMilestonesByYear(t *testing.T) {
	d := daegu2030()
	d.Milestones = []target.Milestone{
		{Year: 2028, Cut: ghg.MustShare("40%")}, {Year: 2020, Cut: ghg.MustShare("5%")}, {Year: 2025, Cut: ghg.MustShare("30%")},
	}
	tt, err := target.New(d)
	require.NoError(t, err)
	var got []string
	for m := range tt.Milestones() {
		got = append(got, m.String())
	}
	assert.Equal(t, []string{"5% by 2020", "30% by 2025", "40% by 2028"}, got)
	assert.Zero(t, tt.Findings().Len())
	for m := range tt.Milestones() {
		assert.Equal(t, 2020, m.Year)
		break
	}
}

func TestMilestoneOrder(t *testing.T) {
	for _, x := range []struct {
		name  string
		due   string
		cuts  []string // 2020, 2021, …
		found int
	}{
		{"falling", "45%", []string{"10%", "20%"}, 0},
		{"a plateau", "45%", []string{"0%", "20%", "20%"}, 0},
		{"all at once", "45%", []string{"45%", "45%"}, 0},
		{"a looser one later", "45%", []string{"20%", "10%"}, 1},
		{"beyond the due level, and back", "45%", []string{"50%"}, 1},
		{"up first", "45%", []string{"-5%"}, 1},
		{"up twice", "45%", []string{"-5%", "30%", "20%"}, 2},
		{"growth, rising", "-10%", []string{"-3%", "-7%"}, 0},
		{"growth, falling between", "-10%", []string{"-7%", "-3%"}, 1},
		{"held, but for a dip", "0%", []string{"5%"}, 2},
		{"held", "0%", []string{"0%"}, 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare(x.due)}
			for i, c := range x.cuts {
				d.Milestones = append(d.Milestones, target.Milestone{Year: 2020 + i, Cut: ghg.MustShare(c)})
			}
			tt, err := target.New(d)
			require.NoError(t, err)
			assert.Equal(t, x.found, tt.Findings().Len(), tt.Findings())
			for _, f := range tt.Findings().All {
				assert.Equal(t, target.FindingMilestoneOrder, f.Code)
				assert.Equal(t, ghg.Warning, f.Severity)
				assert.NotEqual(t, f.Stated, f.Found)
				assert.Contains(t, f.Detail, f.Stated)
				assert.Contains(t, f.Detail, f.Found)
			}
		})
	}
}
