import CypherSemantics

extension ProcedureRegistry {
  /// What a workspace offers: what every graph does, and its impacts.
  static func workspace(_ memory: ImpactMemory) -> ProcedureRegistry {
    var registry = ProcedureRegistry.standard
    for procedure in Procedure.impactProcedures(memory) { registry.add(procedure) }
    return registry
  }
}

extension Procedure {
  /// A new procedure is a file in this folder and a name in the list.
  static func impactProcedures(_ memory: ImpactMemory) -> [Procedure] {
    [
      .impactCures(memory), .impactExpiring(memory), .impactMendings(memory), .impactPlan(memory),
      .impactRanking(memory), .impactRefusals(memory), .impactReplace(memory), .impactRetire(memory),
      .impactRevise(memory), .impactSafe(memory), .impactUnowned(memory), .impactWhy(memory),
    ]
  }
}
