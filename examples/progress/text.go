package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// text is what is being written, in one of two languages.
type text struct {
	strings.Builder
	korean bool
	errs   []error
}

// say writes a line in the language chosen.
func (s *text) say(english, korean string, args ...any) {
	format := english
	if s.korean {
		format = korean
	}
	fmt.Fprintf(s, format+"\n", args...)
}

func (s *text) pick(english, korean string) string {
	if s.korean {
		return korean
	}
	return english
}

// check keeps an error for the end and reports whether there was none.
func (s *text) check(err error) bool {
	if err != nil {
		s.errs = append(s.errs, err)
	}
	return err == nil
}

func (s *text) err() error { return errors.Join(s.errs...) }

// amount is rounded to two decimal places of a megatonne, or to whole 만톤 as
// Korean readers count.
func (s *text) amount(c ghg.CO2e) string { return s.tonnes(c.Tonnes()) }

func (s *text) tonnes(t decimal.Decimal) string {
	if s.korean {
		return words.Grouped(t.Shift(-4).StringFixed(0)) + "만톤"
	}
	return t.Shift(-6).StringFixed(2) + " Mt"
}

// about is an amount of a statistic.
func (s *text) about(tonnes float64) string {
	return s.tonnes(decimal.NewFromFloat(math.Round(tonnes)))
}

// chance is a probability in words that say no more than it knows.
func (s *text) chance(p float64) string {
	switch {
	case p < 0.01:
		return s.pick("less than 1 in 100", "1% 미만")
	case p > 0.99:
		return s.pick("more than 99 in 100", "99% 초과")
	}
	n := strconv.Itoa(int(math.Round(p * 100)))
	return s.pick("about "+n+" in 100", "약 "+n+"%")
}

// view names a view in the language chosen.
func (s *text) view(v ghg.View) string {
	gross := strings.HasSuffix(v.Name(), "gross")
	switch {
	case !s.korean && gross:
		return "gross"
	case !s.korean:
		return "net"
	case gross:
		return "총배출량"
	}
	return "순배출량"
}

// status names a status in the language chosen.
func (s *text) status(x target.Status) string {
	return s.pick(strings.ReplaceAll(x.String(), "_", " "), x.Korean())
}
