package track

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
)

func TestDaysBetween(t *testing.T) {
	d := func(y, m, day int) ghg.Date { return ghg.Date{Year: y, Month: time.Month(m), Day: day} }
	assert.Equal(t, 0, daysBetween(d(2024, 5, 5), d(2024, 5, 5)))
	assert.Equal(t, 366, daysBetween(d(2024, 1, 1), d(2025, 1, 1)))
	assert.Equal(t, 2, daysBetween(d(2024, 2, 28), d(2024, 3, 1)))
	// 450 years of the Gregorian calendar, past what a time.Duration holds.
	assert.Equal(t, 164359, daysBetween(d(1850, 1, 1), d(2300, 1, 1)))
}

func TestMonthsAfter(t *testing.T) {
	d := func(y, m, day int) ghg.Date { return ghg.Date{Year: y, Month: time.Month(m), Day: day} }
	assert.Equal(t, d(2025, 3, 15), monthsAfter(d(2024, 3, 15), 12))
	assert.Equal(t, d(2025, 2, 28), monthsAfter(d(2024, 8, 31), 6))
	assert.Equal(t, d(2024, 2, 29), monthsAfter(d(2024, 1, 31), 1))
	assert.Equal(t, d(2025, 1, 31), monthsAfter(d(2024, 12, 31), 1))
}
