package ghg_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhen(t *testing.T) {
	for text, days := range map[string][2]string{
		"2021-04-22": {"2021-04-22", "2021-04-22"}, "2021-04": {"2021-04-01", "2021-04-30"}, "2024-02": {"2024-02-01", "2024-02-29"},
		"2021": {"2021-01-01", "2021-12-31"}, "1850": {"1850-01-01", "1850-12-31"}, "2300-12": {"2300-12-01", "2300-12-31"},
	} {
		w, err := ghg.ParseWhen(text)
		require.NoError(t, err, text)
		assert.Equal(t, days, [2]string{w.First().String(), w.Last().String()}, text)
		assert.Equal(t, len(text) == 10, w.IsDay(), text)
		assert.Equal(t, text, w.String())
		b, err := w.MarshalText()
		require.NoError(t, err)
		var back ghg.When
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, w, back)
		assert.Equal(t, text[:4], w.First().String()[:4])
		assert.Equal(t, w.First().Year, w.Year())
	}
	for _, text := range []string{"", "21", "1849", "2301", "2021-13", "2021-00", "2021-4", "2021-04-31", "2021/04", "2021-04-",
		"April 2021"} {
		_, err := ghg.ParseWhen(text)
		assert.Error(t, err, text)
	}
	assert.Equal(t, ghg.MustWhen("2021-04-22"), ghg.OnDay(ghg.MustDate("2021-04-22")))
	assert.Equal(t, ghg.MustWhen("2021-04"), ghg.WithinMonth(2021, time.April))
	assert.Equal(t, ghg.MustWhen("2021"), ghg.WithinYear(2021))
	for _, w := range []ghg.When{ghg.OnDay(ghg.Date{}), ghg.WithinMonth(2021, 13), ghg.WithinYear(1849), {}} {
		assert.True(t, w.IsZero())
		assert.False(t, w.IsDay())
		assert.Equal(t, "not stated", w.String())
		b, err := w.MarshalText()
		assert.NoError(t, err)
		assert.Empty(t, b)
	}
	w := ghg.MustWhen("2021")
	assert.Error(t, w.UnmarshalText([]byte("2021-4")))
	assert.Equal(t, ghg.MustWhen("2021"), w, "what cannot be read changes nothing")
	require.NoError(t, w.UnmarshalText(nil))
	assert.True(t, w.IsZero())
	assert.Panics(t, func() { ghg.MustWhen("soon") })
}
