// swift-tools-version: 6.2
import PackageDescription

// A target imports the targets of its row and nothing else; `scripts/check-imports` and the compiler's
// explicit import check hold the sources to it.
let package = Package(
  name: "styrgraf",
  products: [
    .executable(name: "styrgraf", targets: ["StyrgrafCLI"]),
    .executable(name: "styrgraf-example", targets: ["ExampleRegister"]),
    .executable(name: "styrgraf-bench", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),

    .target(name: "Temporals"),
    .target(name: "SeededRandom"),
    .target(name: "Diagnostics"),
    .target(name: "GraphModel", dependencies: ["Diagnostics", "Temporals"]),
    .target(name: "GraphStore", dependencies: ["GraphModel", "Diagnostics", "Temporals", "CSQLite"]),
    .target(name: "CypherSyntax", dependencies: ["Diagnostics"]),
    .target(
      name: "CypherSemantics", dependencies: ["CypherSyntax", "GraphModel", "Diagnostics", "Temporals"]),
    .target(
      name: "CypherEngine",
      dependencies: ["CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals"]),
    .target(name: "ImpactAnalysis", dependencies: ["GraphModel", "Temporals"]),
    .target(name: "Governance", dependencies: ["ImpactAnalysis", "GraphModel", "Temporals"]),
    .target(
      name: "Interchange",
      dependencies: ["GraphModel", "Diagnostics", "Temporals", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Diagrams",
      dependencies: [
        "GraphModel", "Diagnostics", "Temporals", "CGraphviz", .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "GraphWorkspace",
      dependencies: [
        "Temporals", "Diagnostics", "GraphModel", "GraphStore", "CypherSyntax", "CypherSemantics", "CypherEngine",
        "ImpactAnalysis", "Governance", "Interchange", "Diagrams",
      ]),
    .executableTarget(
      name: "StyrgrafCLI",
      dependencies: [
        "GraphWorkspace", "GraphModel", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "ExampleRegister", dependencies: ["Interchange", "GraphModel", "Diagnostics", "Temporals", "SeededRandom"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "GraphWorkspace", "GraphModel", "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "TemporalsTests", dependencies: ["Temporals"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel", "Diagnostics", "Temporals"]),
    .testTarget(
      name: "GraphStoreTests", dependencies: ["GraphStore", "GraphModel", "Diagnostics", "Temporals", "CSQLite"]),
    .testTarget(name: "CypherSyntaxTests", dependencies: ["CypherSyntax", "Diagnostics"], exclude: ["Golden"]),
    .testTarget(
      name: "CypherSemanticsTests",
      dependencies: ["CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals"]),
    .testTarget(
      name: "CypherEngineTests",
      dependencies: ["CypherEngine", "CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals"],
      exclude: ["Golden"]),
    .testTarget(name: "ImpactAnalysisTests", dependencies: ["ImpactAnalysis", "GraphModel", "Temporals"]),
    .testTarget(name: "GovernanceTests", dependencies: ["Governance", "ImpactAnalysis", "GraphModel", "Temporals"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "GraphModel", "Diagnostics", "Temporals"]),
    .testTarget(name: "DiagramsTests", dependencies: ["Diagrams", "GraphModel", "Diagnostics", "Temporals"]),
    .testTarget(
      name: "GraphWorkspaceTests",
      dependencies: [
        "GraphWorkspace", "GraphStore", "CypherEngine", "ImpactAnalysis", "Governance", "Interchange", "Diagrams",
        "GraphModel", "Diagnostics", "Temporals",
      ]),
    .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks", "GraphWorkspace", "GraphModel"]),
    .testTarget(
      name: "StyrgrafCLITests", dependencies: ["StyrgrafCLI", "GraphWorkspace", "GraphModel", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
