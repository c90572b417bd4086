// swift-tools-version: 6.2
import PackageDescription

// A target imports the targets of its row and nothing else; `scripts/check-imports` and the compiler's
// explicit import check hold the sources to it.
let package = Package(
  name: "styrgraf",
  products: [
    .executable(name: "styrgraf", targets: ["StyrgrafCLI"]),
    .executable(name: "styrgraf-example", targets: ["ExampleRegister"]),
    .executable(name: "styrgraf-fuzz", targets: ["Fuzzing"]),
    .executable(name: "styrgraf-bench", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),

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
      dependencies: ["CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals", "CPCRE2"]),
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
    .target(name: "Reports", dependencies: ["GraphModel"]),
    .target(
      name: "GraphWorkspace",
      dependencies: [
        "Temporals", "Diagnostics", "GraphModel", "GraphStore", "CypherSyntax", "CypherSemantics", "CypherEngine",
        "ImpactAnalysis", "Governance", "Interchange", "Diagrams", "Reports",
      ]),
    .executableTarget(
      name: "StyrgrafCLI",
      dependencies: [
        "GraphWorkspace", "GraphModel", "Diagnostics", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "ExampleRegister", dependencies: ["Interchange", "GraphModel", "Diagnostics", "Temporals", "SeededRandom"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "GraphWorkspace", "GraphModel", "Diagnostics", "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "CypherEngine", "CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals", "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestGraphs", dependencies: ["GraphModel"], path: "Tests/TestGraphs"),
    .testTarget(name: "TemporalsTests", dependencies: ["Temporals", "SeededRandom"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel", "Diagnostics", "Temporals", "SeededRandom"]),
    .testTarget(
      name: "GraphStoreTests",
      dependencies: ["GraphStore", "GraphModel", "Diagnostics", "Temporals", "CSQLite", "SeededRandom"]),
    .testTarget(
      name: "CypherSyntaxTests", dependencies: ["CypherSyntax", "Diagnostics", "SeededRandom"], exclude: ["Golden"]),
    .testTarget(
      name: "CypherSemanticsTests",
      dependencies: ["CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals"],
      exclude: ["Golden"]),
    .testTarget(
      name: "CypherEngineTests",
      dependencies: [
        "CypherEngine", "CypherSemantics", "CypherSyntax", "GraphModel", "Diagnostics", "Temporals", "SeededRandom",
      ],
      exclude: ["Golden"]),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing"], exclude: ["Corpus"]),
    .testTarget(
      name: "ImpactAnalysisTests",
      dependencies: ["ImpactAnalysis", "GraphModel", "Temporals", "SeededRandom", "TestGraphs"]),
    .testTarget(
      name: "GovernanceTests", dependencies: ["Governance", "ImpactAnalysis", "GraphModel", "Temporals", "TestGraphs"]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "GraphModel", "Diagnostics", "Temporals", "SeededRandom"]),
    .testTarget(
      name: "DiagramsTests",
      dependencies: [
        "Diagrams", "GraphModel", "Diagnostics", "Temporals", "SeededRandom", .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "GraphModel"]),
    .testTarget(
      name: "GraphWorkspaceTests",
      dependencies: [
        "GraphWorkspace", "GraphStore", "CypherEngine", "CypherSemantics", "ImpactAnalysis", "Governance",
        "Interchange", "Diagrams", "GraphModel", "Diagnostics", "Temporals",
      ],
      exclude: ["Golden"]),
    .testTarget(name: "FeatureTests", dependencies: ["GraphWorkspace", "GraphModel", "Diagnostics"]),
    .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks", "GraphWorkspace", "GraphModel"]),
    .testTarget(
      name: "StyrgrafCLITests", dependencies: ["StyrgrafCLI", "GraphWorkspace", "GraphModel", "Diagnostics"],
      exclude: ["Support/terminal.py"]),
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
