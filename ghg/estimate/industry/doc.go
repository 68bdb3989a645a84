// Package industry estimates what industrial processes and the use of products emit: IPCC
// 2006, volume 3, and its Refinement of 2019. Fuel that is burnt there is of package fuel.
//
// # Cement, lime, carbonates and glass
//
// With M the mass of a product or carbonate in t, C the share of clinker in a cement, Im and
// Ex clinker that came from elsewhere and went elsewhere (chapter 2):
//
//	CO2 of cement     = (sum of M × C - Im + Ex) × EF × CF                 eq. 2.1, [Cement]
//	CO2 of clinker    = M_cl × EF × CF                                     eq. 2.2, [Clinker]
//	CO2 of lime       = sum of M × EF × CF × C_h                           eq. 2.6, [Lime]
//	CO2 of carbonates = sum of M × EF × F                                  eq. 2.14 to 2.16, [Carbonates]
//	CO2 of glass      = sum of M × EF × (1 - CR)                           eq. 2.10, 2.11, [Glass]
//	EF of clinker     = (CaO - CaO of no carbonate) × 0.785                eq. 2.4
//	EF of lime        = oxide in it × stoichiometric ratio                 eq. 2.9
//	CF of clinker     = 1 + M_d / M_cl × C_d × F_d × EF_c / EF             eq. 2.5
//	CF of lime        = 1 + M_d / M × C_d × F_d                            eq. 2.6
//	C_h               = 1 - x × y                                          hydrated lime
//
// It is always stated how kiln dust counts ([Dust]), so that it does not count twice: 0.52 t
// CO2/t clinker holds 2 % of dust, 0.51 none. The factors of table 2.4 are rounded products
// (0.86 of 0.867, cut off): a factor or oxide and ratio, one of them, is stated. Results with
// factors of carbonates bear two significant figures at most (note of table 2.1).
//
// # Lubricants and wax
//
//	CO2 = sum of LC × CC × ODU × 44/12                                     eq. 5.2, [Lubricants]; eq. 5.4, [ParaffinWax]
//
// LC is net energy, or mass × NCV. ODU, the share oxidised during use, is 0.2 of oil and 0.05 of
// grease: the 0.2 for both together is 0.185, rounded up. 44/12 or 3.664 is part of the method.
//
// # Refrigerants
//
// Each method is of one gas in one use and year. A blend is reported as the gases in it, by
// their shares of its mass, exactly. Amounts are masses, or equipment with the charge of one
// ([Charge]). By emission factors (tier 2a, [Refrigeration]; Box 7.4 is this without filling
// and recovery):
//
//	Emitted    = Containers + Charging + InUse + EndOfLife                 eq. 7.10
//	Containers = sum of RM × c                                             eq. 7.11
//	Charging   = M × k                                                     eq. 7.12
//	InUse      = B × x                                                     eq. 7.13
//	EndOfLife  = M_old × p × (1 - η)                                       eq. 7.14
//
// x is per year, 0.15 1/yr. [Screening] is the US EPA's of the same kind, with the time in use in
// the year; [SimplifiedBalance] and [MassBalance] need no factors:
//
//	Emitted = C_N × k + C × x × T + C_D × y × (1 - z)                      screening
//	Emitted = P_N - C_N + P_S + C_D - R_D                                  simplified mass balance
//	Emitted = Sold - New + Old - Destroyed                                 eq. 7.9, tier 2b
//
// # Bank
//
// [Bank] is the worked example of the Refinement for 2F1, tier 2, with its letters. What
// equipment holds follows of all that came in since the gas was introduced; d is the lifetime:
//
//	F[y] = A[y] + B[y] - C[y] + N[y - 1]                   sold in bulk
//	K[y] = min(Bank[y - 2] × x; F[y])                      refilled: the leaks of the year before, if there is so much
//	G[y] = F[y] - K[y]                                     filled into new equipment
//	H[y] = G[y] × k                                        emitted in filling
//	J[y] = G[y] - H[y] + D[y] - E[y]                       into the bank
//	L[y] = Bank[y - 1] × x                                 emitted in use
//	M[y] = J[y - d]                                        in equipment that is retired
//	Q[y] = M[y] - N[y] - O[y] - P[y]                       emitted at the end of life
//	Bank[y] = max(0; Bank[y - 1] + J[y] + K[y] - L[y] - M[y])
//	Emitted = H + L + Q
//
// Leaks are of what is held on 1 January, so that what comes in a year leaks from the next
// on. What is retired is taken as full as it was when it was new: without refills more leaves
// the bank than it held, which is a finding. So is a bank that starts after the gas was
// introduced, or without knowing when. The bank is rounded each year to [estimate.Places]. Flows
// are stated: the tier 1 spreadsheet of 2006, which makes past sales of a rate of growth, is not here.
//
// # Switchgear
//
//	Emitted = Consumed × m + Installed × i + Capacity × x + Retired × p × (1 - η)     eq. 8.1, [Switchgear]
//
// # Defaults
//
// [Defaults] are those of the Guidelines of 2006; [Item] has their names in both languages. All
// of table 7.9 (refrigeration) is ranges: choose one and state it. A stage of equipment is
// stated, 0 kg where there is none of it; what is 0 kg needs no factor.
//
// # Where it is reported
//
// GPC IV.1 is processes: clinker, lime, carbonates, glass. IV.2 is the use of products:
// lubricants, wax, refrigerants, switchgear. Both are scope 1, of what is made and used in the
// city; making cement of clinker from elsewhere emits nothing there. Two-stroke oil that is
// burnt with fuel is of transport. Gases that the Montreal Protocol controls, as HCFC-22, are
// estimated alike and are in no basket ([ghg.Gas.InBasket]).
package industry
