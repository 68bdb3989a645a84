package track

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// RealisationTotal is planned against verified over actions in a year. Both
// sums are of the same actions: those of which both are known.
type RealisationTotal struct {
	Year        int      `json:"year"`
	Planned     ghg.CO2e `json:"planned"`
	Verified    ghg.CO2e `json:"verified"`
	Actions     int      `json:"actions"`               // of which both are known
	Carried     []string `json:"carried,omitempty"`     // of those, with a figure carried forward
	NotVerified []string `json:"notVerified,omitempty"` // planned, and not verified: in no sum
	NotPlanned  []string `json:"notPlanned,omitempty"`  // verified, and not planned: in no sum
}

// Realised sums the realisations of actions in a year. A year outside 1850 to
// 2300 is a [*ghg.YearError], an action that is given twice a [*ghg.TwiceError],
// amounts on two metrics are a [*ghg.MetricMismatchError]. Reported reductions are
// in no sum.
func Realised(year int, of []Realisation) (RealisationTotal, error) {
	if err := ghg.CheckYear("realisation", year); err != nil {
		return RealisationTotal{}, err
	}
	t := RealisationTotal{Year: year}
	seen := map[string]bool{}
	for _, r := range of {
		if seen[r.action] {
			return RealisationTotal{}, &ghg.TwiceError{Of: fmt.Sprintf("realisation in %d", year), What: "action", ID: r.action}
		}
		seen[r.action] = true
		y, _ := r.Year(year)
		planned, isPlanned := y.Planned()
		verified, isVerified := y.Verified()
		switch {
		case isPlanned && !isVerified:
			t.NotVerified = append(t.NotVerified, r.action)
		case isVerified && !isPlanned:
			t.NotPlanned = append(t.NotPlanned, r.action)
		}
		if !isPlanned || !isVerified {
			continue
		}
		if t.Actions++; t.Actions == 1 {
			t.Planned, t.Verified = planned, verified
		} else {
			var err error
			if t.Planned, err = t.Planned.Add(planned); err != nil {
				return RealisationTotal{}, fmt.Errorf("%s: %w", ofAction(r.action), err)
			}
			t.Verified, _ = t.Verified.Add(verified)
		}
		if _, carried := y.Carried(); carried {
			t.Carried = append(t.Carried, r.action)
		}
	}
	return t, nil
}

// Rate is the realisation rate: verified divided by planned.
func (t RealisationTotal) Rate() ghg.Ratio {
	if t.Actions == 0 {
		return ghg.Undefined(reasons.neitherKnown.En)
	}
	return ratioOf(t.Verified, t.Planned, "planned")
}

// String is the total as one line.
func (t RealisationTotal) String() string { return t.term().En }

// Korean is String in Korean.
func (t RealisationTotal) Korean() string { return t.term().Ko }

func (t RealisationTotal) term() words.Term {
	if t.Actions == 0 {
		return words.Term{En: "%d: realisation rate %s", Ko: "%d년: 이행률 %s"}.With(t.Year, ratioTerm(t.Rate(), t.Rate().String()))
	}
	return words.Term{En: "%d: %s verified of %s planned, %s, for %d actions", Ko: "%d년: 검증감축량 %s, 계획감축량 %s, 이행률 %s, 사업 %d개"}.With(
		t.Year, t.Verified, t.Planned, percentTerm(t.Rate(), 1), t.Actions)
}

// Details is the total with the actions that are not in it.
func (t RealisationTotal) Details() string {
	var b strings.Builder
	b.WriteString(t.String())
	if t.Actions > 0 {
		fmt.Fprintf(&b, "\n  realisation rate = Σ verified / Σ planned = %s / %s = %s", t.Verified, t.Planned, t.Rate())
	}
	for _, x := range []struct {
		what string
		ids  []string
	}{
		{"carried forward from the year before", t.Carried},
		{"planned and not verified, left out", t.NotVerified},
		{"verified and not planned, left out", t.NotPlanned},
	} {
		if len(x.ids) > 0 {
			fmt.Fprintf(&b, "\n  %s: %s", x.what, strings.Join(x.ids, ", "))
		}
	}
	return b.String()
}
