package main

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/words"
)

// extent tells which share of the group is in the sum.
func (s *story) extent(sum rollup.Sum, m rollup.Statistic) {
	x := sum.Extent(m)
	name := words.Term{En: m.String(), Ko: m.Korean()}
	if !x.Covered.IsDefined() {
		s.say(extentUnknown, name, told(x.Covered.Undefined()))
	} else {
		s.say(extentLine, name, x.Covered.Percent(2), m.Source())
	}
	for _, missing := range x.Missing {
		if missing.Share.IsDefined() {
			s.say(extentMissing, s.named([]place.Place{missing.Place}), missing.Share.Percent(2))
		}
	}
	for _, f := range x.Findings.All {
		s.text.WriteString("    - " + s.finding(f) + "\n")
	}
}

// perHead ranks the places of a sum by what they have per head, for each statistic.
func (s *story) perHead(sum rollup.Sum) {
	for _, m := range s.book.statistics {
		name := words.Term{En: m.String(), Ko: m.Korean()}
		s.say(rankHeading, s.nameOf(sum.View), name)
		var peers []rank.Peer
		for _, x := range sum.PerHeadOfEach(m) {
			peers = append(peers, rank.Peer{Place: ghg.PlaceID(x.Place.String()), Value: x.Value})
		}
		for _, p := range sum.Missing {
			peers = append(peers, rank.Peer{Place: ghg.PlaceID(p.String()), Value: ghg.Undefined("no figure for the year")})
		}
		all, err := rank.NewPeers(string(s.group.Name()), rank.Criterion{ID: "per head", Name: sum.View.String(), NameKo: sum.View.NameKo(),
			Unit: "tCO2e", Better: rank.LowerIsBetter, Source: m.Source()}, peers)
		if err == nil {
			var r rank.Ranking
			if r, err = all.Ranking(rank.Competition); err == nil {
				s.ranking(r)
			}
		}
		if err != nil {
			s.refuse(err)
		}
	}
}

func (s *story) ranking(r rank.Ranking) {
	for x := range r.All() {
		fmt.Fprintf(&s.text, "  %3s. %s  %s\n", x.Rank, x.Place, x.Value.StringFixed(2))
	}
	var without []string
	for x := range r.Peers().Missing() {
		without = append(without, string(x.Place))
	}
	if len(without) > 0 {
		s.say(rankWithout, strings.Join(without, ", "))
	}
}
