package words

// Alike reports by how many letters two names differ, folded, and whether that is so
// little that one may be meant for the other: by a letter, or by two where the first has
// more than seven. Letters of a Hangul syllable count one by one, so that 수언 and 수원
// differ by a letter.
func Alike(a, b string) (by int, alike bool) {
	x, y := letters(Fold(a)), letters(Fold(b))
	most := 1
	if len(x) > 7 {
		most = 2
	}
	by = distance(x, y, most)
	return by, by <= most && len(x) > 0 && len(y) > 0
}

// letters are the letters of a name, those of a Hangul syllable one by one.
func letters(name string) (out []rune) {
	const first, syllables, vowels, finals = 0xAC00, 11172, 21, 28
	for _, r := range name {
		n := r - first
		if n < 0 || n >= syllables {
			out = append(out, r)
			continue
		}
		out = append(out, 0x1100+n/(vowels*finals), 0x1161+n/finals%vowels)
		if final := n % finals; final > 0 {
			out = append(out, 0x11A7+final)
		}
	}
	return out
}

// distance is how many letters must be put in, left out or changed to make one word of
// another (Levenshtein), or more than most.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
