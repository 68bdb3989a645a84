package selection

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/words"
)

// links resolves what candidates require and exclude.
func (c *checker) links() {
	n := len(c.Candidates)
	c.requires, c.excludes = make([][]int, n), make([][]int, n)
	for i, x := range c.Candidates {
		if n := max(len(x.Requires), len(x.Excludes)); n > maxCandidates {
			c.wrong(candidateOf(x.ID), "requires and excludes", strconv.Itoa(n), "at most %d each are allowed", maxCandidates)
			continue
		}
		for _, id := range x.Requires {
			if j, ok := c.link(i, "requires", id); ok && !slices.Contains(c.requires[i], j) {
				c.requires[i] = append(c.requires[i], j)
			}
		}
		for _, id := range x.Excludes {
			if j, ok := c.link(i, "excludes", id); ok && !slices.Contains(c.excludes[i], j) {
				c.excludes[i] = append(c.excludes[i], j)
				c.excludes[j] = append(c.excludes[j], i)
			}
		}
	}
	for i := range c.excludes {
		slices.Sort(c.requires[i])
		slices.Sort(c.excludes[i])
	}
	c.cycles()
}

func (c *checker) link(i int, verb, id string) (int, bool) {
	j, ok := c.index[id]
	switch {
	case !ok:
		c.wrong(candidateOf(c.Candidates[i].ID), verb, id,
			"it is no candidate: bar a candidate that is not to be chosen, or make candidates of strategy.Portfolio.Only")
	case i == j && verb == "excludes":
		c.wrong(candidateOf(id), verb, id, "a candidate cannot exclude itself")
		return 0, false
	}
	return j, ok
}

// circle refuses candidates of which each requires the next, so that none can be
// done first.
func (c *checker) circle(path []int) {
	text := words.Quote(c.Candidates[path[0]].ID)
	for _, i := range path[1:] {
		text += " requires " + words.Quote(c.Candidates[i].ID)
	}
	c.wrong(candidateOf(c.Candidates[path[0]].ID), "requires", c.Candidates[path[1]].ID,
		"a circle of requirements, %s: make one action of them, or drop a requirement", text)
}

// cycles finds the first circle that each candidate leads to.
func (c *checker) cycles() {
	const (
		unseen = iota
		onPath
		done
	)
	state := make([]int, len(c.requires))
	var path []int
	var visit func(i int)
	visit = func(i int) {
		switch state[i] {
		case onPath:
			c.circle(append(path[slices.Index(path, i):], i))
			return
		case done:
			return
		}
		state[i] = onPath
		path = append(path, i)
		for _, j := range c.requires[i] {
			visit(j)
		}
		path = path[:len(path)-1]
		state[i] = done
	}
	for i := range c.requires {
		visit(i)
	}
}

// settle draws what follows from the choices that are made: what a must-have
// requires is one too; what it excludes, and what requires something barred, is
// barred.
func (p *problem) settle() {
	n := len(p.Candidates)
	p.fixed = make([]Choice, n)
	why := make([]string, n)
	var queue []int
	fix := func(i int, c Choice, reason string) {
		switch p.fixed[i] {
		case c:
		case Open:
			p.fixed[i], why[i] = c, reason
			queue = append(queue, i)
		default:
			p.conflict = append(p.conflict,
				fmt.Sprintf("%q is %s (%s) and %s (%s)", p.Candidates[i].ID, p.fixed[i], why[i], c, reason))
		}
	}
	for i, x := range p.Candidates {
		if x.Choice != Open {
			fix(i, x.Choice, "as stated")
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		id := p.Candidates[i].ID
		if p.fixed[i] == MustHave {
			for _, j := range p.requires[i] {
				fix(j, MustHave, fmt.Sprintf("required by %q", id))
			}
			for _, j := range p.excludes[i] {
				fix(j, Barred, fmt.Sprintf("excluded by %q", id))
			}
			continue
		}
		for j := range p.requires {
			if slices.Contains(p.requires[j], i) {
				fix(j, Barred, fmt.Sprintf("it requires %q", id))
			}
		}
	}
}
