package claim_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShareFigure(t *testing.T) {
	for _, x := range []struct{ in, text, fraction, half string }{
		{"45%", "45%", "0.45", "0.005"},
		{" 45.0 % ", "45.0%", "0.45", "0.0005"},
		{"13.3％", "13.3%", "0.133", "0.0005"}, // the full-width sign
		{"0.45%", "0.45%", "0.0045", "0.00005"},
		{"-5%", "-5%", "-0.05", "0.005"},
		{"115%", "115%", "1.15", "0.005"},
		{"1e2%", "1e2%", "1", "0.5"},
		{"0.192", "0.192", "0.192", "0.0005"},
		{"-0.5", "-0.5", "-0.5", "0.05"},
		{"1", "1", "1", "0.5"},
		{"-1", "-1", "-1", "0.5"},
		{"0", "0", "0", "0.5"},
	} {
		f, err := claim.ParseShareFigure(x.in)
		require.NoError(t, err, x.in)
		assert.Equal(t, x.text, f.String())
		claimSame(t, x.fraction, f.Fraction())
		claimSame(t, x.half, f.HalfUnit())
		assert.False(t, f.IsUnset())
	}
	var bare *ghg.ShareError
	for _, s := range []string{"45", "1.01", "-45", "100"} {
		_, err := claim.ParseShareFigure(s)
		assert.ErrorAs(t, err, &bare, s)
	}
	var syntax *exact.SyntaxError
	for _, s := range []string{"", "%", "45%%", "4,5%", "about 45%", "45 percent"} {
		_, err := claim.ParseShareFigure(s)
		assert.ErrorAs(t, err, &syntax, s)
		_, err = claim.ParsePercentFigure(s)
		assert.ErrorAs(t, err, &syntax, s)
	}
	var bounds *exact.BoundsError
	_, err := claim.ParseShareFigure("1e1000000000%")
	assert.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, `share "1e1000000000%"`)
}

func TestPercentFigure(t *testing.T) {
	for _, x := range []struct{ in, text, fraction, half string }{
		{"45", "45%", "0.45", "0.005"},
		{"13.3", "13.3%", "0.133", "0.0005"},
		{"0", "0%", "0", "0.005"},
		{"0.33%", "0.33%", "0.0033", "0.00005"},
		{"1.01", "1.01%", "0.0101", "0.00005"},
		{"-2", "-2%", "-0.02", "0.005"},
	} {
		f, err := claim.ParsePercentFigure(x.in)
		require.NoError(t, err, x.in)
		assert.Equal(t, x.text, f.String())
		claimSame(t, x.fraction, f.Fraction())
		claimSame(t, x.half, f.HalfUnit())
	}
	var bare *claim.PercentFigureError
	for _, s := range []string{"0.45", "1", "-1", "-0.2"} {
		_, err := claim.ParsePercentFigure(s)
		assert.ErrorAs(t, err, &bare, s)
		assert.Equal(t, s, bare.Text)
	}
	_, err := claim.ParsePercentFigure("forty")
	assert.ErrorContains(t, err, `percentage "forty"`)
}

func TestShareFigureZero(t *testing.T) {
	assert.True(t, claim.ShareFigure{}.IsUnset())
	assert.Equal(t, "", claim.ShareFigure{}.String())
	assert.Panics(t, func() { claim.MustShareFigure("45") })
	assert.False(t, claim.MustShareFigure("0%").IsUnset())
	long := strings.Repeat("9", 200)
	_, err := claim.ParseShareFigure(long)
	assert.Less(t, len(err.Error()), 300)
}
