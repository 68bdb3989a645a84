package sheet

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// moneyLines are lines of money by what they say. A year and source of funds may have
// several, as a supplement has its own, so that one that is there twice is no fault; but
// who copies a line adds its money once more.
type moneyLines struct {
	first map[string]int // line
	again ghg.Findings
}

var sameMoney = words.Term{En: "it says what line %d says, and both are added: take one out if it is the same money",
	Ko: "%d행과 내용이 같으며 둘 다 더했습니다: 같은 금액이면 한 행을 지우십시오"}

// add remarks on a line that says what one before it says.
func (m *moneyLines) add(row csvRow, action string, says ...any) {
	key := fmt.Sprintf("%q %q", action, fmt.Sprint(says...))
	if first, twice := m.first[key]; twice {
		m.again.Add(ghg.Finding{Code: ghg.FindingSameLine, Severity: ghg.Warning, Line: row.Line(), Of: "action " + words.Quote(action)}.
			Said(sameMoney, first))
		return
	}
	if m.first == nil {
		m.first = map[string]int{}
	}
	m.first[key] = row.Line()
}
