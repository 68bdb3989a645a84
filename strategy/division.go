package strategy

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Division is a method that divides the joint effect of actions on a source
// between them. No method is right by nature: the joint effect is one, and each
// method answers another question. The zero Division is refused.
type Division struct {
	method method
	order  string // IDs in their order, quoted, one a line; "" for the portfolio's
}

type method uint8

const (
	methodShapley method = iota + 1
	methodLogShare
	methodProportional
	methodInOrder
)

// The methods that need nothing more. They divide between effects; an action
// that has several on a source has the sum of their parts, so that merging two
// actions changes the part of no other. R is the joint effect as a share of the
// source, rᵢ that of effect i alone, or in a [Group] its fraction of what is
// stated.
var (
	// Shapley gives each effect the mean of what it adds, over all orders in
	// which the effects could come (Shapley 1953). It is exact for any number
	// of effects up to 200 on one source.
	Shapley = Division{method: methodShapley}
	// LogShare gives ln(1 − rᵢ) / ln(1 − R): the division that does not depend
	// on an order either, and that holds when an effect is split in parts that
	// together leave what it left.
	LogShare = Division{method: methodLogShare}
	// Proportional gives rᵢ / Σ rⱼ.
	Proportional = Division{method: methodProportional}
)

// maxShapley is how many effects on one source [Shapley] divides between.
const maxShapley = 200

// InOrder gives each action what it adds to those before it: actions in the
// order of the IDs, or in that of the portfolio where there are none. An ID
// that comes twice or is not there, and an order that lacks an action with an
// effect, are refused when the order is used.
func InOrder(ids ...string) Division {
	quotes := make([]string, len(ids))
	for i, id := range ids {
		quotes[i] = strconv.Quote(id)
	}
	return Division{methodInOrder, strings.Join(quotes, "\n")}
}

// ids are those of the order.
func (a Division) ids() []string {
	if a.order == "" {
		return nil
	}
	ids := strings.Split(a.order, "\n")
	for i, s := range ids {
		ids[i], _ = strconv.Unquote(s)
	}
	return ids
}

// errNoDivision says that a method of division was needed and none was
// given.
var errNoDivision = errors.New("no division given: name a method, such as strategy.Shapley")

// DivisionError says that a method cannot divide a joint effect.
type DivisionError struct {
	Method  Division
	Source  EmissionSource
	Year    int
	Actions []string
	Reason  string
}

func (e *DivisionError) Error() string {
	return fmt.Sprintf("%s cannot divide the joint effect of %s on %s in %d: %s",
		e.Method, words.Quoted(e.Actions), e.Source, e.Year, e.Reason)
}

// divisions are the methods in English and Korean, with where they come from.
var divisions = [...]struct {
	words.Term
	equation string
}{
	{words.Term{En: "no division", Ko: "배분 방법 없음"}, ""},
	methodShapley:      {words.Term{En: "Shapley", Ko: "섀플리값"}, "Shapley (1953); Owen (1972)"},
	methodLogShare:     {words.Term{En: "log share", Ko: "로그 비율"}, ""},
	methodProportional: {words.Term{En: "proportional", Ko: "비례 배분"}, ""},
	methodInOrder:      {words.Term{En: "in the order of the portfolio", Ko: "과제 목록 순서"}, ""},
}

// String is the method in words.
func (a Division) String() string {
	if a.order != "" {
		return "in the order " + strings.Join(a.ids(), ", ")
	}
	return divisions[a.method].En
}

// Korean is the method in Korean.
func (a Division) Korean() string {
	if a.order != "" {
		return "적용 순서 " + strings.Join(a.ids(), ", ")
	}
	return divisions[a.method].Ko
}

// MarshalText writes what String says.
func (a Division) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// IsZero reports whether no method was named.
func (a Division) IsZero() bool { return a.method == 0 }

// ranks are the places of actions in an order; nil for that of the portfolio.
func (a Division) ranks(actions []Action) ([]int, error) {
	if a.order == "" {
		return nil, nil
	}
	const of = "division in order"
	place := map[string]int{}
	for i, id := range a.ids() {
		if _, twice := place[id]; twice {
			return nil, &ghg.TwiceError{Of: of, What: "action", ID: id}
		}
		place[id] = i
	}
	out := make([]int, len(actions))
	var lacking []string
	for i, x := range actions {
		n, ok := place[x.ID]
		if !ok && x.IsQuantified() && !x.Stage.IsWithdrawn() {
			lacking = append(lacking, x.ID)
		}
		out[i] = n
		delete(place, x.ID)
	}
	if len(lacking) > 0 {
		return nil, fmt.Errorf("%s: %s not in it: name every action that has an effect", of, words.Quoted(lacking))
	}
	for _, id := range a.ids() {
		if _, unknown := place[id]; unknown {
			return nil, unknownAction(actions, of, id)
		}
	}
	return out, nil
}

// unknownAction says that no action of a list has an ID.
func unknownAction(actions []Action, of, id string) error {
	e := &ghg.UnknownError{Of: of, What: "action", ID: id}
	for _, a := range actions {
		e.Allowed = append(e.Allowed, a.ID)
	}
	return e
}
