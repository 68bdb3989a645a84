package strategy

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Proposer is a body that proposed an action, such as a council of citizens. Who
// proposes need not lead it nor take part in it.
type Proposer struct {
	Body string `json:"body,omitempty"`
	// Members are those who sit in it, and Chairs those who preside and are counted
	// beside them; 0 where it is not stated.
	Members int `json:"members,omitempty"`
	Chairs  int `json:"chairs,omitempty"`
}

// maxMembers is how many members a body may have.
const maxMembers = 10_000_000

// Size is how many people belong to the body: members and chairs; 0 where it is not
// stated.
func (p Proposer) Size() int { return p.Members + p.Chairs }

// String is the body with its members: "Citizens Council (40 members, 2 chairs)".
func (p Proposer) String() string {
	return p.with("%s (%s)", func(n int, one string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %ss", n, one)
	}, "member", "chair")
}

// Korean is the body with its members as Korean papers write it:
// "시민협의회(위원 40명, 위원장 2명)".
func (p Proposer) Korean() string {
	return p.with("%s(%s)", func(n int, word string) string { return fmt.Sprintf("%s %d명", word, n) }, "위원", "위원장")
}

func (p Proposer) with(form string, count func(n int, word string) string, members, chairs string) string {
	var parts []string
	if p.Members != 0 {
		parts = append(parts, count(p.Members, members))
	}
	if p.Chairs != 0 {
		parts = append(parts, count(p.Chairs, chairs))
	}
	if len(parts) == 0 {
		return p.Body
	}
	return fmt.Sprintf(form, p.Body, strings.Join(parts, ", "))
}

// checkProposers refuses a body without a name, one that is given twice, and a number
// that cannot be.
func checkProposers(refuse refusal, all []Proposer) {
	var bodies []string
	for i, p := range all {
		if p.Body == "" {
			refuse(FaultProposer, "proposed_by", "", fmt.Sprintf("proposer %d: name the body", i+1))
			continue
		}
		bodies = append(bodies, p.Body)
		for _, n := range [2]int{p.Members, p.Chairs} {
			if n < 0 || n > maxMembers {
				refuse(FaultProposer, "proposed_by", strconv.Itoa(n),
					fmt.Sprintf("%s: 0, where it is not stated, to %d members are allowed", words.Quote(p.Body), maxMembers))
			}
		}
	}
	repeated(refuse, "proposed_by", bodies, func(body string) string { return body })
}
