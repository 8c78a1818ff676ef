namespace Chancery.Reading;

/// <summary>
/// The dependency relations of the English treebanks (Universal Dependencies 2.16, EWT and GUM), subtypes included.
/// <see cref="Relations"/> gives the written form and the relation without its subtype.
/// </summary>
#pragma warning disable CS1591 // Each member is a UD label with the colon left out; https://universaldependencies.org/en/dep/ defines them.
public enum Relation : byte
{
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt,
    Conj, Cop, Csubj, CsubjOuter, CsubjPass, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark,
    Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum,
    Vocative, Xcomp,
}
