package target

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// NextLevel is what the years up to the next level of a target have to bring: the
// level of the next milestone, or of the due year where no milestone is left. The
// rates are defined as those to the due year in [Progress].
type NextLevel struct {
	Year             int // 0 where no level is left
	Limit            ghg.CO2e
	Remaining        ghg.CO2e // E - T of that year
	RequiredLinear   PerYear
	RequiredShare    ghg.Ratio // RequiredLinear as a share of the base
	RequiredCompound ghg.Ratio
}

// String is "2030: 4243500 tCO2e (AR5), by 200000 tCO2e (AR5) a year".
func (n NextLevel) String() string {
	if n.Year == 0 {
		return "no level is left"
	}
	return fmt.Sprintf("%d: %s, by %s", n.Year, n.Limit, n.RequiredLinear)
}

type nextLevelJSON struct {
	Year             int       `json:"year"`
	Level            ghg.CO2e  `json:"level"`
	Remaining        ghg.CO2e  `json:"remaining"`
	RequiredLinear   PerYear   `json:"requiredLinearPerYear"`
	RequiredShare    ghg.Ratio `json:"requiredLinearShareOfBase"`
	RequiredCompound ghg.Ratio `json:"requiredCompound"`
}

// json is the level in exchange files, or nil where none is left.
func (n NextLevel) json() *nextLevelJSON {
	if n.Year == 0 {
		return nil
	}
	return &nextLevelJSON{n.Year, n.Limit, n.Remaining, n.RequiredLinear, n.RequiredShare, n.RequiredCompound}
}

// FindingMilestoneNotJudged is the code of a finding on progress: the rules judge the
// pace of the straight line from base to due year, and the target has milestones, which
// that does not see.
const FindingMilestoneNotJudged = "milestone-not-judged"

// next finds the next level and what it needs.
func (p *Progress) next() (err error) {
	p.Next = NextLevel{RequiredShare: ghg.Undefined("no level is left"), RequiredCompound: ghg.Undefined("no level is left"),
		RequiredLinear: PerYear{Amount{why: "no level is left"}}}
	for _, l := range p.Target.def.levels {
		if l.year <= p.Year {
			continue
		}
		n := NextLevel{Year: l.year, Limit: l.co2e}
		if n.Remaining, err = p.Emissions.Sub(l.co2e); err != nil {
			return err
		}
		if n.RequiredLinear, n.RequiredShare, n.RequiredCompound, err = p.rates(n.Remaining, l.year-p.Year, ""); err != nil {
			return err
		}
		p.Next = n
		return nil
	}
	return nil
}

// levelPace is the pace on the straight lines from level to level: (B - E)/(B - v). It
// is Pace where the target has no milestone.
func (p *Progress) levelPace() ghg.Ratio {
	t := p.Target
	if p.Year >= t.Due() || len(t.def.levels) < 2 || !p.Pace.IsDefined() {
		return p.Pace
	}
	v, err := t.Pathway(Linear, p.Year)
	if err != nil {
		return ghg.Undefined(err.Error())
	}
	goal := p.Base.co2e.Tonnes().Sub(v.Tonnes())
	if !goal.IsPositive() {
		return ghg.Undefined("the levels ask for no cut by then")
	}
	return ghg.Quotient(p.Base.co2e.Tonnes().Sub(p.Emissions.Tonnes()), goal, "")
}

// What the remark on milestones says.
var (
	milestoneNotSeen = words.Term{
		En: "the pace of %s is that of the straight line to %d, which sees no milestone: from level to level it is %s%s%s",
		Ko: "이행 속도(%s)는 중간목표를 보지 않는 %d년까지의 직선에 대한 것이며, 목표 수준 사이로 보면 %s입니다%s%s"}
	milestoneNeeds  = words.Term{En: ", and the milestone of %d needs %s a year", Ko: "; %d년 중간목표에는 연 %s의 감축이 필요합니다"}
	judgedOtherwise = words.Term{En: "; that is %s, not %s", Ko: "; 이 경우 판정은 ‘%[1]s’(직선 기준: ‘%[2]s’)입니다"}
)

// milestoneRemark says so where a judgement by the pace passes over milestones.
func (p Progress) milestoneRemark() (ghg.Finding, bool) {
	t := p.Target
	if p.Rules.JudgedBy() != ByPace || p.Year <= t.BaseYear() || p.Year >= t.Due() || len(t.def.levels) < 2 ||
		!p.Pace.IsDefined() || !t.Views().areOne() {
		return ghg.Finding{}, false
	}
	f := ghg.Finding{Code: FindingMilestoneNotJudged, Severity: ghg.Note, Of: strconv.Itoa(p.Year), Stated: p.Pace.String(),
		Found: p.LevelPace.String()}
	var next, other words.Term
	if n := p.Next; n.Year < t.Due() {
		next = milestoneNeeds.With(n.Year, n.RequiredLinear.a.term())
	}
	judged, _ := p.Rules.judge(p.Pace, p.RelativeGap)
	byLevels, _ := p.Rules.judge(p.LevelPace, p.RelativeGap)
	if judged == p.Status && judged != byLevels {
		f.Severity = ghg.Warning
		other = judgedOtherwise.With(byLevels.inWords(), judged.inWords())
	}
	return f.Said(milestoneNotSeen, p.Pace, t.Due(), p.LevelPace, next, other), true
}
