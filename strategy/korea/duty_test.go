package korea_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
)

func TestDuties(t *testing.T) {
	count, ids := 0, map[string]bool{}
	for d := range korea.Duties() {
		count++
		assert.False(t, ids[d.ID])
		ids[d.ID] = true
		assert.NotEmpty(t, d.Name.Ko)
		assert.NotEmpty(t, d.Article)
		_, fixed := d.DueIn(2027)
		_, term := d.DueAfter(ghg.Date{Year: 2027, Month: time.March, Day: 3})
		assert.NotEqual(t, fixed, term, d)
	}
	assert.Equal(t, 13, count)
	consolidation, _ := korea.FindDuty("check-consolidation")
	due, ok := consolidation.DueIn(2026)
	assert.True(t, ok)
	assert.Equal(t, "2026-07-31", due.String())
	_, ok = consolidation.DueIn(1)
	assert.False(t, ok)
	_, ok = korea.FindDuty("tea")
	assert.False(t, ok)
	assert.Equal(t, "no duty", korea.Duty{}.String())
	p, _ := korea.FindDuty("municipal-plan")
	assert.Equal(t, "Municipal plan: ten years, every five years, within 6 months after the provincial plan is set (Act §12; Decree §7)",
		p.String())
	// The term begins on the day after the event.
	for event, want := range map[ghg.Date]string{
		{Year: 2026, Month: time.January, Day: 15}:  "2026-07-15",
		{Year: 2026, Month: time.January, Day: 31}:  "2026-07-31",
		{Year: 2026, Month: time.February, Day: 28}: "2026-08-31",
		{Year: 2026, Month: time.August, Day: 29}:   "2027-02-28",
		{Year: 2026, Month: time.August, Day: 30}:   "2027-02-28",
		{Year: 2027, Month: time.August, Day: 28}:   "2028-02-28",
		{Year: 2027, Month: time.August, Day: 29}:   "2028-02-29",
		{Year: 2026, Month: time.August, Day: 31}:   "2027-02-28",
		{Year: 2026, Month: time.December, Day: 31}: "2027-06-30",
	} {
		due, ok := p.DueAfter(event)
		assert.True(t, ok)
		assert.Equal(t, want, due.String(), event)
	}
	submission, _ := korea.FindDuty("municipal-plan-submission")
	due, ok = submission.DueAfter(ghg.Date{Year: 2026, Month: time.April, Day: 30})
	assert.True(t, ok)
	assert.Equal(t, "2026-05-31", due.String())
	council, _ := korea.FindDuty("council-report")
	due, ok = council.DueIn(2027)
	assert.True(t, ok)
	assert.Equal(t, "2027-12-31", due.String())
	_, ok = p.DueAfter(ghg.Date{})
	assert.False(t, ok)
	_, ok = p.DueAfter(ghg.Date{Year: 2300, Month: time.December, Day: 1})
	assert.False(t, ok)
}
