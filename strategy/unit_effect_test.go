package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
)

// A sheet says which factor counts, in either language.
func ExampleParseFactorOf() {
	for _, text := range []string{"of each year", "설치 연도", "2023", "2023년 고정", "last year"} {
		of, err := strategy.ParseFactorOf(text)
		var unknown *ghg.UnknownError
		if errors.As(err, &unknown) {
			fmt.Println(unknown.ID, "is none")
			continue
		}
		fmt.Println(of, "·", of.Korean())
	}
	// Output:
	// of each year · 해당연도
	// of the year of installation · 설치연도
	// of 2023 · 2023년 고정
	// of 2023 · 2023년 고정
	// last year is none
}

func TestFactorOfIsReadAsWritten(t *testing.T) {
	for _, of := range []strategy.FactorOf{{}, strategy.OfYear, strategy.OfInstallation, strategy.FrozenAt(1850), strategy.FrozenAt(2300)} {
		for _, text := range []string{of.String(), of.Korean()} {
			again, err := strategy.ParseFactorOf(text)
			assert.NoError(t, err, text)
			assert.Equal(t, of, again, text)
		}
	}
	for _, text := range []string{"", "of", "of %d", "1849", "2301", "년 고정", "99999999999999999999", "of each", "%d년 고정"} {
		of, err := strategy.ParseFactorOf(text)
		assert.Error(t, err, text)
		assert.Zero(t, of, text)
	}
}
