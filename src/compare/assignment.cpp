#include "compare/assignment.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace pst::compare {

namespace {

using Pairs = std::vector<std::pair<int, int>>;

/// The candidates in groups that share no left and no right.
std::vector<std::vector<Candidate>> components(const std::vector<Candidate>& candidates) {
  std::map<std::pair<bool, int>, std::size_t> index;
  std::vector<std::size_t> up;
  const auto place = [&](bool right, int node) {
    const auto [found, added] = index.emplace(std::pair{right, node}, up.size());
    if (added) up.push_back(up.size());
    return found->second;
  };
  const auto root = [&](std::size_t i) {
    while (up[i] != i) i = up[i] = up[up[i]];
    return i;
  };
  for (const Candidate& c : candidates) up[root(place(false, c.left))] = root(place(true, c.right));
  std::map<std::size_t, std::vector<Candidate>> groups;
  for (const Candidate& c : candidates) groups[root(place(false, c.left))].push_back(c);
  std::vector<std::vector<Candidate>> out;
  for (auto& [_, group] : groups) out.push_back(std::move(group));
  return out;
}

void greedy(std::vector<Candidate> candidates, Pairs& out) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  std::set<int> left, right;
  for (const Candidate& c : candidates) {
    if (left.contains(c.left) || right.contains(c.right)) continue;
    left.insert(c.left);
    right.insert(c.right);
    out.emplace_back(c.left, c.right);
  }
}

/// Column of each row for the least cost; a square matrix, rows and columns from 1 (potentials and augmenting
/// paths, cubic time).
std::vector<std::size_t> least_cost(const std::vector<std::vector<double>>& cost) {
  const std::size_t n = cost.size() - 1;
  std::vector<double> u(n + 1, 0), v(n + 1, 0);
  std::vector<std::size_t> row_of(n + 1, 0), way(n + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t column = 0;
    std::vector<double> least(n + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(n + 1, false);
    do {
      used[column] = true;
      const std::size_t row = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= n; ++j) {
        if (used[j]) continue;
        const double reduced = cost[row][j] - u[row] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (used[j]) {
          u[row_of[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    do {
      const std::size_t before = way[column];
      row_of[column] = row_of[before];
      column = before;
    } while (column != 0);
  }
  return row_of;
}

void solve(const std::vector<Candidate>& group, Pairs& out) {
  std::vector<int> left, right;
  for (const Candidate& c : group) {
    left.push_back(c.left);
    right.push_back(c.right);
  }
  for (std::vector<int>* side : {&left, &right}) {
    std::sort(side->begin(), side->end());
    side->erase(std::unique(side->begin(), side->end()), side->end());
  }
  if (std::max(left.size(), right.size()) > kMostTogether) return greedy(group, out);
  const std::size_t n = std::max(left.size(), right.size());
  std::vector<std::vector<double>> cost(n + 1, std::vector<double>(n + 1, 0));
  const auto place = [](const std::vector<int>& side, int node) {
    return static_cast<std::size_t>(std::lower_bound(side.begin(), side.end(), node) - side.begin()) + 1;
  };
  for (const Candidate& c : group) {
    double& cell = cost[place(left, c.left)][place(right, c.right)];
    cell = std::min(cell, -c.worth);
  }
  const std::vector<std::size_t> row_of = least_cost(cost);
  for (std::size_t j = 1; j <= right.size(); ++j) {
    const std::size_t i = row_of[j];
    if (i <= left.size() && cost[i][j] < 0) out.emplace_back(left[i - 1], right[j - 1]);
  }
}

}  // namespace

std::vector<std::pair<int, int>> assign(std::vector<Candidate> candidates) {
  std::erase_if(candidates, [](const Candidate& c) { return c.worth <= 0; });
  Pairs out;
  for (const std::vector<Candidate>& group : components(candidates)) solve(group, out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace pst::compare
